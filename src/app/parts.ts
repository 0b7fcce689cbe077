import type { Logger } from 'pino';
import type { AccountSignIn } from '../bots/account-sign-in.ts';
import type { Announcer } from '../bots/announcing/announcer.ts';
import type { ChatPlatform } from '../bots/chat-platform.ts';
import type { FileStore } from '../files/file-store.ts';
import type { PromptWriter } from '../generation/script/prompt-writer.ts';
import type { SoundBed } from '../generation/sound-bed.ts';
import type { Speech } from '../generation/speech/speech.ts';
import type { StillMaker } from '../generation/still-maker.ts';
import type { VideoEngine } from '../generation/video-engine.ts';
import { createMediaTools, DEFAULT_MEDIA_LIMITS } from '../media/contained-media-tools.ts';
import type { SigningIdentity } from '../media/credentials/signing-identity.ts';
import type { MediaTools } from '../media/media-tools.ts';
import type { ReviewSurface } from '../moderation/curation/review-surface.ts';
import type { RoleSource } from '../moderation/curation/role-source.ts';
import type { Translator } from '../moderation/curation/translator.ts';
import type { RefusedPictureStore } from '../moderation/screening/refused-picture-store.ts';
import type { Screening } from '../moderation/screening/screening.ts';
import { openRedis, type RedisHandle } from '../queue/embedded-redis.ts';
import type { Clock } from '../requests/index.ts';
import { makeFolder } from '../store/make-folder.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { StoreUnavailable } from '../store/store-unavailable.ts';
import type { AwakeEmbedded } from '../store/wake-embedded.ts';
import { createRoomAnnouncer, createStoryboardBed, platformAdapters } from './adapters.ts';
import { asksBackAmong } from './asks-back.ts';
import type { Config } from './config.ts';
import { openConfiguredEngine, openFallbackEngine, openPreviewEngine } from './configured-engine.ts';
import { openConfiguredFiles } from './configured-files.ts';
import { openConfiguredIdentity } from './configured-identity.ts';
import { openConfiguredPlatforms } from './configured-platforms.ts';
import { openConfiguredScreening } from './configured-screening.ts';
import { openConfiguredSignIns } from './configured-sign-ins.ts';
import { makesStillsByItself, openConfiguredStills } from './configured-stills.ts';
import { openConfiguredTranslator } from './configured-translator.ts';
import { openConfiguredVoices } from './configured-voices.ts';
import { openConfiguredWriter } from './configured-writer.ts';
import { createErrorLog } from './disk-full.ts';
import { enginesIn } from './engines-in.ts';

/** What the app is put together from: every port with the adapter that the configuration names. */
export interface Parts {
  store: Store;
  /** Null where this process does none of the work. */
  redis: RedisHandle | null;
  files: FileStore;
  media: MediaTools;
  /** Who signs what goes out; null where nothing is signed. */
  identity: () => Promise<SigningIdentity | null>;
  /** Who speaks narration, tried in this order. */
  voices: readonly Speech[];
  /** Ambience and music for clips that bring none. */
  bed: SoundBed;
  engine: VideoEngine;
  /** Asked where that one cannot; null where there is none. */
  fallbackEngine: VideoEngine | null;
  screening: Screening;
  /** Draws free previews for curators, whatever engine makes the clips. */
  storyboard: VideoEngine;
  /** Null: the shots are read from the prompt on this machine. */
  writer: PromptWriter | null;
  /** Translates prompts for curators; null where nobody does. */
  translator: Translator | null;
  /** Makes stills before a video is paid for; null where nobody does. */
  stillMaker: StillMaker | null;
  platforms: readonly ChatPlatform[];
  /** Where curators are shown cards besides the desk's page. */
  reviewSurfaces: readonly ReviewSurface[];
  /** Where calls are announced by a press. */
  announcers: readonly Announcer[];
  /** Signing in on our pages with accounts elsewhere. */
  signIns: readonly AccountSignIn[];
  /** Says what curators who came in by an account elsewhere may do; null where none does. */
  roleSource: RoleSource | null;
}

export interface PartsContext {
  config: Config;
  clock: Clock;
  logger: Logger;
  /** PGlite, where it was woken already. */
  embedded?: Promise<AwakeEmbedded> | undefined;
  /** Stands a test's part, or a part with something round it, in the place of one that was opened. */
  replace?: (parts: Parts) => Parts;
  /** Platforms besides those that are configured. */
  addPlatforms?: (parts: Pick<Parts, 'store' | 'files'>) => readonly ChatPlatform[];
}

/** Opens every part; what was opened is closed again when one of them cannot be. */
export async function openParts({
  config,
  clock,
  logger,
  embedded,
  replace,
  addPlatforms,
}: PartsContext): Promise<Parts> {
  const { dataDirectory } = config;
  makeDataFolder(dataDirectory);
  const store = await openStore({
    databaseUrl: config.DATABASE_URL ?? null,
    directory: dataDirectory,
    embedded,
    likeWeight: config.X_LIKES_COUNT,
  });
  const errorLog = createErrorLog(logger);
  let redis: RedisHandle | null = null;
  try {
    const files = await openConfiguredFiles(config, clock);
    redis = config.roles.includes('worker')
      ? await openRedis({ url: config.REDIS_URL ?? null, directory: dataDirectory, logger })
      : null;
    const room = platformAdapters.room({
      posts: store.roomPosts,
      cursors: store.cursors,
      beginning: store.history.beginning,
      clock,
      onError: errorLog('A post in the room could not be handled; it is tried again'),
    });
    const engine = await openConfiguredEngine({ files }, { config, clock });
    const fallbackEngine = openFallbackEngine({ files }, config);
    const identity = openConfiguredIdentity(config);
    const media = createMediaTools(DEFAULT_MEDIA_LIMITS, identity, config.MARK === 'on');
    // Those that are about to be opened are asked among them too.
    const known: ChatPlatform[] = [room];
    const translator = await openConfiguredTranslator(config);
    const configured = await openConfiguredPlatforms(
      { store, files, media, engine, fallbackEngine, translator },
      { config, clock, logger, asksBack: (platform) => asksBackAmong(known, platform) },
    );
    known.push(...configured.platforms);
    const parts: Parts = {
      store,
      redis,
      files,
      media,
      identity,
      voices: await openConfiguredVoices(config),
      bed: createStoryboardBed(),
      engine,
      fallbackEngine,
      storyboard: openPreviewEngine({ files }, config),
      stillMaker: await openConfiguredStills(config),
      translator,
      ...(await openScreeningAndWriter(
        { files, media, refused: store.refusedPictures, engine, fallbackEngine, translator },
        config,
      )),
      platforms: [room, ...configured.platforms, ...(addPlatforms?.({ store, files }) ?? [])],
      reviewSurfaces: configured.reviewSurfaces,
      announcers: [createRoomAnnouncer({ posts: store.roomPosts, clock }), ...configured.announcers],
      ...(await openConfiguredSignIns(store, { config, clock })),
    };
    return replace ? replace(parts) : parts;
  } catch (error) {
    await redis?.close();
    await store.close();
    throw error;
  }
}

/** What is written or asked for beside it takes its time: it is not waited for while posts are taken in. */
async function openScreeningAndWriter(
  parts: Pick<Parts, 'files' | 'media' | 'engine' | 'fallbackEngine' | 'translator'> & { refused: RefusedPictureStore },
  config: Config,
): Promise<Pick<Parts, 'screening' | 'writer'>> {
  const writer = await openConfiguredWriter(
    { engines: enginesIn(parts).from(null), translator: parts.translator },
    config,
  );
  const screening = await openConfiguredScreening(parts, config);
  const takesTime = writer !== null || makesStillsByItself(config);
  return { writer, screening: takesTime ? { ...screening, immediate: 'never' } : screening };
}

/** On a read-only disk Node says that the folder is not there; what keeps it from being made is no matter here. */
function makeDataFolder(directory: string): void {
  try {
    makeFolder(directory);
  } catch (cause) {
    throw new StoreUnavailable({ code: 'data-directory-not-writable', directory }, cause);
  }
}
