import type { Logger } from 'pino';
import type { ChatPlatform } from '../bots/chat-platform.ts';
import { DEFAULT_READING_LIMITS } from '../bots/reading/index.ts';
import type { FileStore } from '../files/file-store.ts';
import type { MediaTools } from '../media/media-tools.ts';
import { createTakeInPicture } from '../media/take-in-picture.ts';
import { type Clock, memberKey } from '../requests/index.ts';
import type { Store } from '../store/store.ts';
import { platformAdapters } from './adapters.ts';
import type { Config } from './config.ts';
import { openConfiguredX } from './configured-x.ts';
import { holdingOf } from './holding.ts';
import { newId } from './new-id.ts';

interface PlatformParts {
  store: Store;
  files: FileStore;
  media: MediaTools;
}

interface PlatformContext {
  config: Config;
  clock: Clock;
  logger: Logger;
}

/** The platforms besides the room for which there are settings. */
export async function openConfiguredPlatforms(parts: PlatformParts, context: PlatformContext): Promise<ChatPlatform[]> {
  return [...(await openConfiguredDiscord(parts, context)), ...(await openConfiguredX(parts, context))];
}

async function openConfiguredDiscord(
  { store, files, media }: PlatformParts,
  { config, clock, logger }: PlatformContext,
): Promise<ChatPlatform[]> {
  if (config.DISCORD_TOKEN === undefined) return [];
  const { seconds, styleGraphemes } = DEFAULT_READING_LIMITS;
  const discord = await platformAdapters.discord({
    token: config.DISCORD_TOKEN,
    apiUrl: config.DISCORD_API_URL.replace(/\/$/, ''),
    ...holdingOf(store, config),
    shards: config.DISCORD_SHARDS,
    shardsPerProcess: config.DISCORD_SHARDS_PER_PROCESS,
    newId: () => newId(clock()),
    choices: { seconds, styleLength: styleGraphemes },
    requests: store.requests,
    votes: store.votes,
    calls: store.calls,
    cursors: store.cursors,
    files,
    takeInPicture: createTakeInPicture({ files, media }),
    clock,
    report: async ({ requestId, reporter, words }) =>
      logger.warn({ requestId, reporter: memberKey(reporter), words }, 'A clip was reported on Discord'),
    onError: (error) => logger.error({ err: error }, 'Something went wrong at Discord; what may be tried again is'),
    tell: (advice, channel) => logger.warn({ channel }, advice),
  });
  return [discord];
}
