import type { EnglishText } from './text.ts';

/** What is said on Discord only, in English. Command names are no texts: they are the same in every language. */
export const discordEnglish = {
  'button-vote': 'Vote',
  'button-remix': 'Remix',
  'button-report': 'Report',
  'button-mine': 'My requests',
  'button-appeal': 'Appeal',
  'button-help': 'How do I ask?',
  'button-withdraw': 'Withdraw',
  'button-delete': 'Delete everything',
  'button-keep': 'Keep it',

  posted: 'Done! Your clip is here: {link}',

  'asked-by': '{name} asked for:',
  'asked-soon': 'Got it. The answer comes in this channel.',
  'already-asked': 'This message was asked for already. If you changed it, the change was taken in.',
  'menu-not-yours': 'You can ask for a clip of your own messages only.',
  'server-not-served': 'I take requests in the servers of those who run me, and this is none of them.',
  'cannot-see': 'I cannot see this channel, so I could not answer here. Ask in another one.',
  'picture-unusable': 'That picture cannot be used. Send a JPEG, PNG, WebP or GIF of at most {count} MB.',
  'went-wrong': 'Something went wrong on our side. Please try again in a moment.',
  'too-slow': 'That took too long here. Please try once more.',
  'too-old': 'This is no longer in use.',

  voted: {
    one: 'Your vote counts. This clip has {count} vote. Press again to take it back.',
    other: 'Your vote counts. This clip has {count} votes. Press again to take it back.',
  },
  unvoted: {
    zero: 'Your vote is taken back. This clip has none now.',
    one: 'Your vote is taken back. This clip has {count} vote now.',
    other: 'Your vote is taken back. This clip has {count} votes now.',
  },
  'own-clip': 'You cannot vote for your own clip.',
  'clip-gone': 'This clip is not shown any more.',

  'remix-title': 'Remix this clip',
  'remix-label': 'What should it be?',
  'appeal-title': 'Ask for a second look?',
  'appeal-label': 'Why should it be looked at again?',
  'report-title': 'Report this clip',
  'report-label': 'What is wrong with it?',
  reported: 'Thank you. Those who run this have been told.',

  'mine-none': 'You have not asked for anything yet.',
  'mine-head': 'Your latest requests:',
  'mine-choose': 'Withdraw one…',
  withdrawn: 'Withdrawn.',

  'data-head': {
    zero: 'Nothing of yours is kept here.',
    one: 'All that is kept of you is in the file: {count} request and your votes.',
    other: 'All that is kept of you is in the file: {count} requests and your votes.',
  },
  'data-votes-only': 'All that is kept of you is in the file: your votes.',
  'data-confirm':
    'Delete everything? Your open requests are withdrawn, your clips are taken down, your votes are taken back, and all you wrote is erased. This cannot be undone.',
  'data-deleted': {
    zero: 'There was nothing to delete.',
    one: 'Done: {count} request or vote is taken back. What you wrote and its files are erased within minutes.',
    other: 'Done: {count} requests and votes are taken back. What you wrote and its files are erased within minutes.',
  },
  'data-kept': 'Nothing was changed.',

  'top-none': 'There is no clip yet. Yours could be the first!',
  'top-week': 'The best of the week',
  'top-month': 'The best of the month',
  'top-call': 'The best of this call',
  'top-line': {
    zero: '{place}. {caption}, asked for by {name}',
    one: '{place}. {caption}, asked for by {name}: {count} vote',
    other: '{place}. {caption}, asked for by {name}: {count} votes',
  },

  'command-clip': 'Ask for a clip',
  'command-my': 'Your requests and your data',
  'command-my-requests': 'How your requests stand, and withdrawing them',
  'command-my-data': 'Everything that is kept of you, as a file; or delete it',
  'command-top': 'The clips that people liked best',
  'command-menu': 'Ask for a clip',
  'option-prompt': 'What you would like to see',
  'option-shape': 'Shape of the picture',
  'option-seconds': 'Length in seconds',
  'option-resolution': 'How fine the picture is',
  'option-style': 'A look in a word or two',
  'option-sound': 'What is heard',
  'option-seed': 'The same number gives the same clip again',
  'option-picture': 'A picture to bring to life',
  'option-since': 'Of which time',
  'choice-portrait': 'Portrait',
  'choice-landscape': 'Landscape',
  'choice-square': 'Square',
  'choice-week': 'This week',
  'choice-month': 'This month',
  'choice-call': 'This call',
} as const satisfies Record<string, EnglishText>;
