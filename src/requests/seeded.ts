/** In the place of the platform of a post that nobody wrote: nothing can be said there, and nothing comes of its request. */
export const SEEDED = 'seeded';
