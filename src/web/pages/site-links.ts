/** The pages that each header leads to; those that the server writes are loaded anew, and know the language by their address. */
export const SITE_LINKS = [
  { path: '/', text: 'navRoom', written: false },
  { path: '/results', text: 'navResults', written: true },
  { path: '/duels', text: 'navDuels', written: false },
  { path: '/me', text: 'navMine', written: false },
] as const;
