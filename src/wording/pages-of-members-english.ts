import type { EnglishText } from './text.ts';

/** The texts of the pages on which one signs in and sees what is kept of one, in English. */
export const pagesOfMembersEnglish = {
  signInDiscord: 'Sign in with Discord',
  signInDiscordHint:
    'Discord tells us who you are and which roles you have on our server. Roles that open the desk do so here. We keep no key to your account.',
  signInLinkHint: 'Or open the one-time link that the app printed or a lead gave you.',
  signInReturnTitle: 'Back from Discord',
  signInReturning: 'One moment: Discord’s answer is being looked at…',
  signInAgain: 'Begin again',
} as const satisfies Record<string, EnglishText>;
