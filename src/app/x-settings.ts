import { z } from 'zod';
import { anyNumber, url } from './kinds-of-setting.ts';

const secret = z.string().min(1).optional();
const yesOrNo = z.enum(['true', 'false']).default('false');

/** The settings of the bot on X. */
export const xSettings = {
  X_CLIENT_ID: secret.describe(
    "X's OAuth 2.0 client id of the app; with it and a login (`npm run opencall -- login x`) the bot is on X. See docs/x.md.",
  ),
  X_CLIENT_SECRET: secret.describe("X's OAuth 2.0 client secret of the app, where X gave one."),
  X_CALLBACK_URL: url('http', 'https')
    .default('http://127.0.0.1:4610/')
    .describe('Where X sends whoever logs in back to; exactly as it stands in the settings of the app at X.'),
  X_AUTHORIZE_URL: url('http', 'https')
    .default('https://x.com/i/oauth2/authorize')
    .describe("X's page to log in at; another one for a simulator."),
  X_SIGN_IN: yesOrNo.describe(
    'Whether people sign in with X on the pages, to see what is kept of them. It takes X_CLIENT_ID, and `/sign-in/x` below `PUBLIC_URL` as a callback address of the app at X. See docs/x.md.',
  ),
  X_APP_KEY: secret.describe(
    "X's API key of the app; with the three that follow the bot is on X too, by OAuth 1.0a. See docs/x.md.",
  ),
  X_APP_SECRET: secret.describe("X's API key secret of the app."),
  X_ACCESS_TOKEN: secret.describe("Access token of the bot's account at X."),
  X_ACCESS_SECRET: secret.describe("Access token secret of the bot's account at X."),
  X_BEARER_TOKEN: secret.describe(
    "The app's bearer token, where its access has X's activity stream: then mentions are heard within a second.",
  ),
  X_API_URL: url('http', 'https')
    .default('https://api.x.com')
    .describe("X's API without the version; another one for a simulator or a proxy."),
  X_AI_REPLIES_APPROVED: yesOrNo.describe(
    'Whether X has approved that this app replies with what AI made. Until then clips for X are made, but not sent.',
  ),
  X_AUTOMATION_LABEL: yesOrNo.describe(
    "Whether the account carries X's label for automated accounts with the name of who runs it, as X demands. Only `doctor` asks.",
  ),
  X_DAILY_DOLLARS: anyNumber(0, 100_000)
    .default(5)
    .describe('US dollars that X may cost a day (UTC). Near it reading stops first, replying last.'),
  X_POLL_SECONDS: anyNumber(0.05, 3600).default(15).describe('How often X is asked for new mentions.'),
  X_LOOK_BACK_HOURS: anyNumber(0, 168)
    .default(24)
    .describe('How old a mention may be that is heard when the records do not tell how far was heard.'),
  X_LOOK_AGAIN_HOURS: anyNumber(0.1, 24)
    .default(24)
    .describe(
      'How often posts are looked up again, for what was deleted at X must go here within a day; likes are read then.',
    ),
  X_LIKES_COUNT: anyNumber(0, 1)
    .default(0)
    .describe(
      'What a like on X counts for in the order of the results, as part of a vote: 0 shows likes and counts none, 1 counts each as a vote.',
    ),
  X_ANSWER_DECLINES: yesOrNo.describe(
    'Whether the one reply that X allows is also used to say that nothing came of a mention, and why.',
  ),
};

/** Set together, or not at all. */
export const X_KEYS = ['X_APP_KEY', 'X_APP_SECRET', 'X_ACCESS_TOKEN', 'X_ACCESS_SECRET'] as const;
