/** Servers of one's own want no key, and their client wants one. */
export const NO_KEY = 'none';
