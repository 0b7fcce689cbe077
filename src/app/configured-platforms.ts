import type { Logger } from 'pino';
import type { Announcer } from '../bots/announcing/announcer.ts';
import type { ChatPlatform } from '../bots/chat-platform.ts';
import { createServedServers } from '../bots/discord/servers/served-servers.ts';
import { DEFAULT_READING_LIMITS } from '../bots/reading/index.ts';
import type { FileStore } from '../files/file-store.ts';
import { createEnginesFor } from '../generation/engines-for.ts';
import { budgetOfCall } from '../generation/money/budgets-for.ts';
import type { VideoEngine } from '../generation/video-engine.ts';
import type { MediaTools } from '../media/media-tools.ts';
import { createTakeInPicture } from '../media/take-in-picture.ts';
import type { ReviewSurface } from '../moderation/curation/review-surface.ts';
import type { Translator } from '../moderation/curation/translator.ts';
import type { Clock } from '../requests/index.ts';
import type { Store } from '../store/store.ts';
import { sayTrouble } from '../wording/index.ts';
import { platformAdapters } from './adapters.ts';
import type { Config } from './config.ts';
import { priceOfStill } from './configured-stills.ts';
import { openStrikes } from './configured-strikes.ts';
import { openConfiguredX } from './configured-x.ts';
import { openCuration, openRefusedPictures, reportTo } from './curation.ts';
import { enginesIn } from './engines-in.ts';
import { holdingOf } from './holding.ts';
import { logPlatformError } from './log-platform-error.ts';
import { newId } from './new-id.ts';
import { openAnnouncements } from './open-announcements.ts';
import { openPurse } from './open-purse.ts';
import { voteLimitsIn } from './voting-settings.ts';

interface PlatformParts {
  store: Store;
  files: FileStore;
  media: MediaTools;
  engine: VideoEngine;
  fallbackEngine: VideoEngine | null;
  /** Null where nobody translates prompts. */
  translator: Translator | null;
}

interface PlatformContext {
  config: Config;
  clock: Clock;
  logger: Logger;
  /** Whether people can be asked something back on a platform (its id). */
  asksBack: (platform: string) => boolean;
}

interface ConfiguredPlatforms {
  platforms: ChatPlatform[];
  reviewSurfaces: ReviewSurface[];
  /** Where calls are announced by a press, besides the room. */
  announcers: Announcer[];
}

/** The platforms besides the room for which there are settings. */
export async function openConfiguredPlatforms(
  parts: PlatformParts,
  context: PlatformContext,
): Promise<ConfiguredPlatforms> {
  const [discord, x] = [await openConfiguredDiscord(parts, context), await openConfiguredX(parts, context)];
  const platforms = [...discord, ...x];
  return {
    platforms,
    reviewSurfaces: discord.map(({ review }) => review),
    announcers: platforms.map(({ announcer }) => announcer),
  };
}

async function openConfiguredDiscord(
  { store, files, media, translator, ...engines }: PlatformParts,
  { config, clock, logger, asksBack }: PlatformContext,
) {
  if (config.DISCORD_TOKEN === undefined) return [];
  const { seconds, styleGraphemes } = DEFAULT_READING_LIMITS;
  const discord = await platformAdapters.discord({
    token: config.DISCORD_TOKEN,
    apiUrl: config.DISCORD_API_URL.replace(/\/$/, ''),
    ...holdingOf(store, config),
    maxFileBytes: config.DISCORD_FILE_MIB * 1024 * 1024,
    shards: config.DISCORD_SHARDS,
    shardsPerProcess: config.DISCORD_SHARDS_PER_PROCESS,
    newId: () => newId(clock()),
    servers: createServedServers({ store: store.discordServers, named: config.DISCORD_SERVERS ?? [] }),
    choices: { seconds, styleLength: styleGraphemes },
    requests: store.requests,
    votes: store.votes,
    voteLimits: voteLimitsIn(config),
    forgetting: store.forgetting,
    joining: store.joining,
    calls: store.calls,
    house: store.house,
    spentOn: (callIds) => store.ledger.used(callIds.map(budgetOfCall)),
    cursors: store.cursors,
    files,
    takeInPicture: createTakeInPicture({ files, media }),
    clock,
    report: reportTo(store, clock),
    announcementsBy: (announcer) => openAnnouncements({ store, files, media }, [announcer], clock),
    curation: openCuration(store, {
      enginesFor: createEnginesFor({ engines: enginesIn(engines), calls: store.calls }),
      translator,
      stillUsd: priceOfStill(config),
      asksBack,
      clock,
      purse: openPurse(store, { config, clock }),
      readStrikes: openStrikes(store, { config, clock }),
      pictures: openRefusedPictures({ files, media, store }, clock),
    }),
    onError: logPlatformError(logger, 'Discord'),
    troubles: store.troubles,
    logTrouble: (trouble) => logger.warn({ place: trouble.place }, sayTrouble('en', trouble)),
  });
  return [discord];
}
