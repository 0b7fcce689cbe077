import type { Logger } from 'pino';
import { fixedTokens, type Tokens } from '../bots/x/connection/tokens.ts';
import type { FileStore } from '../files/file-store.ts';
import type { MediaTools } from '../media/media-tools.ts';
import { createTakeInPicture } from '../media/take-in-picture.ts';
import type { Clock } from '../requests/index.ts';
import type { Store } from '../store/store.ts';
import { platformAdapters } from './adapters.ts';
import type { Config } from './config.ts';
import { holdingOf } from './holding.ts';

const HOUR_MS = 60 * 60 * 1000;

/** X, where there are settings for it. */
export async function openConfiguredX(
  { store, files, media }: { store: Store; files: FileStore; media: MediaTools },
  { config, clock, logger }: { config: Config; clock: Clock; logger: Logger },
) {
  const tokens = tokensOf(config);
  if (!tokens) return [];
  const platform = await platformAdapters.x({
    apiUrl: config.X_API_URL.replace(/\/$/, ''),
    tokens,
    bearerToken: config.X_BEARER_TOKEN ?? null,
    approved: config.X_AI_REPLIES_APPROVED === 'true',
    answersDeclines: config.X_ANSWER_DECLINES === 'true',
    dailyDollars: config.X_DAILY_DOLLARS,
    pollEveryMs: config.X_POLL_SECONDS * 1000,
    upkeepEveryMs: config.X_LOOK_AGAIN_HOURS * HOUR_MS,
    lookBackMs: config.X_LOOK_BACK_HOURS * HOUR_MS,
    ...holdingOf(store, config),
    records: store.x,
    requests: store.requests,
    cursors: store.cursors,
    files,
    takeInPicture: createTakeInPicture({ files, media }),
    clock,
    onError: (error) => logger.error({ err: error }, 'Something went wrong at X; what may be tried again is'),
    tell: (advice) => logger.warn(advice),
  });
  return [platform];
}

function tokensOf({ X_APP_KEY, X_APP_SECRET, X_ACCESS_TOKEN, X_ACCESS_SECRET }: Config): Tokens | null {
  if (!X_APP_KEY || !X_APP_SECRET || !X_ACCESS_TOKEN || !X_ACCESS_SECRET) return null;
  return fixedTokens({
    appKey: X_APP_KEY,
    appSecret: X_APP_SECRET,
    accessToken: X_ACCESS_TOKEN,
    accessSecret: X_ACCESS_SECRET,
  });
}
