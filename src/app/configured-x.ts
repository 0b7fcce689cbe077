import type { Logger } from 'pino';
import type { Tokens } from '../bots/x/connection/tokens.ts';
import { READING_SHARE } from '../bots/x/money/purse.ts';
import { createSealing } from '../bots/x/signing-in/sealing.ts';
import type { FileStore } from '../files/file-store.ts';
import type { MediaTools } from '../media/media-tools.ts';
import { createTakeInPicture } from '../media/take-in-picture.ts';
import type { Clock } from '../requests/index.ts';
import type { Store } from '../store/store.ts';
import { platformAdapters } from './adapters.ts';
import type { Config } from './config.ts';
import { holdingOf } from './holding.ts';
import { logPlatformError } from './log-platform-error.ts';
import { newId } from './new-id.ts';
import { readTokenKey } from './token-key.ts';
import { keysOf } from './x-keys.ts';

const HOUR_MS = 60 * 60 * 1000;

/** X, where there are settings for it. */
export async function openConfiguredX(
  { store, files, media }: { store: Store; files: FileStore; media: MediaTools },
  { config, clock, logger }: { config: Config; clock: Clock; logger: Logger },
) {
  const tell = (advice: string) => logger.warn(advice);
  const tokens = await tokensOf(config, { store, clock, tell });
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
    ownPosts: store.ownPosts,
    joining: store.joining,
    newId: () => newId(clock()),
    cursors: store.cursors,
    files,
    takeInPicture: createTakeInPicture({ files, media }),
    clock,
    onError: logPlatformError(logger, 'X'),
    tell,
  });
  return [platform];
}

/** How the bot is on X, for those at the desk. */
export function xStanding(config: Config) {
  const limitUsd = config.X_DAILY_DOLLARS;
  return {
    limitUsd,
    readingStopsAtUsd: limitUsd * READING_SHARE,
    approved: config.X_AI_REPLIES_APPROVED === 'true',
  };
}

/** By a login, by keys, or by both; null where there are settings for neither. */
async function tokensOf(
  config: Config,
  { store, clock, tell }: { store: Store; clock: Clock; tell: (advice: string) => void },
): Promise<Tokens | null> {
  const keys = keysOf(config);
  const { X_CLIENT_ID: clientId, X_CLIENT_SECRET } = config;
  if (clientId === undefined) return keys;
  // A large library comes with it.
  const { createTokenEndpoint } = await import('../bots/x/signing-in/token-endpoint.ts');
  const { createLoginTokens } = await import('../bots/x/signing-in/login-tokens.ts');
  const { joinTokens } = await import('../bots/x/connection/join-tokens.ts');
  const apiUrl = config.X_API_URL.replace(/\/$/, '');
  const login = createLoginTokens({
    clientId,
    logins: store.xLogins,
    endpoint: createTokenEndpoint({ apiUrl, clientId, clientSecret: X_CLIENT_SECRET ?? null, clock }),
    ...holdingOf(store, config),
    async readSealing() {
      const key = await readTokenKey(config);
      return key && createSealing(key);
    },
    clock,
    tell,
  });
  return joinTokens({ login, keys });
}
