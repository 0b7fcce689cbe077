import type { EnglishText } from './text.ts';

/** The texts of the pages about X, in English. */
export const pagesOfXEnglish = {
  askedTitle: 'Asked on X?',
  askedLead: 'The bot says nothing on X until it has your clip. See here how your request stands.',
  askedLabel: 'The address of your post, or its number',
  askedUnreadable: 'That is no post of X: its address ends in “status” and a long number.',
  askedSee: 'See how it stands',
  askedUnknown: 'The bot has not heard of this post. It may take some minutes; and the post must name the bot.',
  askedOwnPage: 'On your own page you see all that you asked for on X, and can appeal or take it back.',
  askedPlace: { one: '{count} request is before it in line', other: '{count} requests are before it in line' },
  askedAgo: 'Asked {ago}',
  likesOnX: { one: '{count} like on X', other: '{count} likes on X' },
  xOpen: 'X',
  xTitle: 'On X',
  xToday: 'What X cost today',
  xTodayHint: 'Counted by X’s price list, from midnight UTC.',
  xNothingYet: 'Nothing yet.',
  xSum: 'In all',
  xCeiling: 'The most for a day',
  xReadingStops: 'Reading stops at',
  xRunning: 'Everything goes on. At {reading} mentions are no longer read, and replies still go out, up to {limit}.',
  xReadingStopped:
    'Reading has stopped until midnight UTC: the rest of the money is for replies. Mentions are heard then.',
  xAllStopped: 'The day’s money is spent: nothing is read or posted until midnight UTC. Clips wait.',
  'xKind-own-read': 'Mentions, and posts of ours, read',
  'xKind-read': 'Other posts looked up',
  'xKind-like-read': 'Likes read',
  'xKind-account-read': 'People who signed in here',
  'xKind-reply': 'Replies',
  'xKind-alt-text': 'Clips described for those who cannot see them',
  'xKind-post': 'Announcements',
  'xKind-post-with-link': 'Posts with a link',
  xAnswers:
    'Answers to this post count as requests; X puts the bot’s name before them, and may not take that for a mention.',
  answerableYes: 'X lets us answer this: its words name the bot.',
  answerableUnsure:
    'It answers the announcement without naming the bot: X put the name there, and may not let us answer.',
  answerableNotApproved: 'It cannot be answered yet: X must approve replies made by AI first.',
} as const satisfies Record<string, EnglishText>;
