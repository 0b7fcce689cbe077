/** The addresses at which the pages' app shows something; at all others it says that nothing is there. */
export const APP_PATHS = [
  '/',
  '/mine',
  '/duels',
  '/me',
  '/asked',
  '/verify',
  '/desk',
  '/desk/figures',
  '/desk/calls',
  '/sign-in',
  '/sign-in/:platform',
] as const;

export type AppPath = (typeof APP_PATHS)[number];
