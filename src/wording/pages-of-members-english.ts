import type { EnglishText } from './text.ts';

/** The texts of the pages on which one signs in and sees what is kept of one, in English. */
export const pagesOfMembersEnglish = {
  signInWith: 'Sign in with {platform}',
  signInDiscordHint:
    'Discord tells us who you are and which roles you have on our server. Roles that open the desk do so here. We keep no key to your account.',
  signInLinkHint: 'Or open the one-time link that the app printed or a lead gave you.',
  signInForMine: 'Looking for what you asked for? It is on your own page.',
  signInReturnTitle: 'Signing in',
  signInReturning: 'One moment: what your account says is being looked at…',
  signInAgain: 'Begin again',

  auditTitle: 'Who came and went',
  auditDiscord: 'Discord',
  auditSignedIn: '{name} signed in by a link',
  auditSignedInWith: '{name} signed in with {platform}',
  auditTurnedAway: 'Somebody came by Discord without a role, and was turned away',
  auditSignedOut: '{name} signed out',
  auditSessionEnded: '{name} ended a session of {curator}',
  auditInvited: '{name} invited {curator} ({role})',
  auditInvitedHere: '{curator} was invited on the machine itself ({role})',
  auditRole: '{name} gave {curator} another role ({role})',
  auditRemoved: '{name} removed {curator}',

  navMine: 'Yours',
  mineTitle: 'Yours',
  mineLead: 'What you asked for, how it stands, and all that is kept of you.',
  mineAs: 'As whom you look',
  mineInRoom: 'In this room, as {name}',
  mineOnDiscord: 'On Discord, as {name}',
  mineElsewhereHint:
    'What you asked for elsewhere is here too, once your account there has told us who you are. We ask it nothing else, and keep no key to it.',
  mineXHint:
    'X will say that we can see posts, since it tells nobody who you are without that. We read none, and give the right back at once.',
  mineRequests: {
    zero: 'What you asked for',
    one: 'What you asked for: {count} request',
    other: 'What you asked for: {count} requests',
  },
  mineCall: 'Call: {theme}',
  minePicture: 'The picture you sent',
  mineAppealWaiting: 'You appealed. Another curator will look at it:',
  mineAppealUpheld: 'Your appeal was heard, and it was looked at again:',
  mineAppealDismissed: 'Your appeal was looked at, and the decision stays:',
  mineTakeDown: 'Take down',
  mineTakeDownTitle: 'Take this clip down?',
  mineTakeDownBody: 'The clip leaves the results and everywhere it was posted. This cannot be undone.',
  mineWithdrawBody: 'No clip is made of it. This cannot be undone.',
  mineWithdrawn: 'Taken back.',
  mineKept: 'What is kept of you',
  mineKeptHint:
    'Your requests with their course, what you wrote here, your votes, the clips you played and your reports of others’ clips. The file holds all of it.',
  mineExport: 'Download it all',
  mineDelete: 'Delete everything',
  mineDeleting: 'Everything of yours is being deleted.',
  mineDeleted: {
    zero: 'Everything that is kept of you is erased within minutes.',
    one: 'Done: {count} request or vote is taken back. What you wrote and its files are erased within minutes.',
    other: 'Done: {count} requests and votes are taken back. What you wrote and its files are erased within minutes.',
  },
  mineDeleteTitle: 'Delete everything of yours?',
  mineGone: 'This goes, and cannot be brought back',
  mineGoneRequests: 'What you asked for and wrote. What is open is withdrawn at once.',
  mineGoneClips: 'Your clips, and the bot’s posts about them, wherever they stand.',
  mineGoneVotes: 'Your votes, and which clips you played.',
  mineGoneFiles: 'The files: pictures you sent, and all of your clips.',
  mineStays: 'This must stay, without your name and words',
  mineStaysCourse:
    'That there was a request, when, what was decided by whom and by which rule, and what it cost: curators and operators must account for it. A report of yours of somebody else’s clip, until a curator has looked into it.',
  mineStaysCopies: 'Backups and logs of whoever runs this, until they let them go.',
  mineStaysElsewhere: 'What you wrote on {platform} yourself: only you can delete it there.',
  mineSure: 'I want all of it deleted',
} as const satisfies Record<string, EnglishText>;
