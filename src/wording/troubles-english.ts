import type { TroubleKind } from '../bots/troubles.ts';
import type { EnglishText } from './text.ts';

/** What keeps the bot from its work, with what to do about it, in English. */
export const troublesEnglish = {
  'no-access':
    'I cannot see {place} any more. Give me the permission “View Channel” back there. What belongs there waits for two days.',
  'no-reading':
    'I may not read what was written in {place} any more. Give me the permission “Read Message History” back there. What belongs there waits for two days.',
  'no-writing':
    'I may not write in {place} any more. Give me the permission “Send Messages” back there, in threads “Send Messages in Threads”. What belongs there waits for two days.',
  'no-clips':
    'I may not post clips in {place} any more. Give me the permissions “Send Messages” and “Attach Files” back there. Clips wait for two days.',
  'review-gone':
    'The review channel {place} is gone. Choose another with `/opencall setup`. Nothing that waits is lost.',
  'review-no-access':
    'I cannot see the review channel {place} any more. Give me the permission “View Channel” back there. Nothing that waits is lost.',
  'review-no-writing':
    'I may not write in the review channel {place} any more. Give me the permissions “Send Messages”, “Attach Files” and “Read Message History” back there. Nothing that waits is lost.',
  'thrown-out':
    'I am not in the server {place} any more. Invite me again with the link that `npm run opencall -- doctor` prints. Clips for it wait for two days.',
  'token-refused':
    'Discord refuses `DISCORD_TOKEN`. Make a new one on the page of your application, under Bot, set it, and start me again.',
  'shards-refused': 'Discord refuses the number of shards. Leave `DISCORD_SHARDS` out, and start me again.',
  'version-refused': 'Discord no longer speaks this version of its interface. Update Open Call.',
  'intents-refused':
    'Discord refuses what I ask to hear of. Look at the page of your application, under Bot, Privileged Gateway Intents; if all is off, update Open Call.',
  'connection-refused': 'Discord ended the connection for good. `npm run opencall -- doctor` may say why.',
  'no-sessions':
    'Discord lets me begin no more connections today. I was started again too often; find out why, and leave me running.',
  'too-much-refused':
    'Discord refused very many requests, so I hold back for some minutes: more of them would be a ban. `npm run opencall -- doctor` shows where permissions are missing.',
} as const satisfies Record<TroubleKind, EnglishText>;
