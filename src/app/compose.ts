import type { Logger } from 'pino';
import { createAnswerPost } from '../bots/answer-post.ts';
import { createCollector } from '../bots/collect-requests.ts';
import { startForgetting } from '../bots/forget-members.ts';
import { type Platforms, platformsOf } from '../bots/platforms.ts';
import { DEFAULT_READING_LIMITS } from '../bots/reading/index.ts';
import { startStatusReporter } from '../bots/report-status.ts';
import { startTurns } from '../bots/take-turns.ts';
import { NO_MORE_LIMITS, STANDING_CALL_ID } from '../calls/call.ts';
import { startSweeping } from '../files/start-sweeping.ts';
import type { Swept } from '../files/sweep-files.ts';
import { createEnginesFor } from '../generation/engines-for.ts';
import { startSealing } from '../moderation/account/start-sealing.ts';
import { startSeeding } from '../moderation/account/start-seeding.ts';
import { startCountingSupporters } from '../moderation/curation/count-supporters.ts';
import type { DelayedDesk } from '../moderation/curation/create-delayed-desk.ts';
import { startFolding } from '../moderation/curation/fold-duplicates.ts';
import { followDecisions } from '../moderation/curation/follow-decisions.ts';
import { startMerges } from '../moderation/curation/follow-merges.ts';
import { startKeepingPicturesOut } from '../moderation/curation/keep-pictures-out.ts';
import { startReviewCards } from '../moderation/curation/keep-review-cards.ts';
import type { ReviewSurface } from '../moderation/curation/review-surface.ts';
import { startPassingOver } from '../moderation/curation/start-passing-over.ts';
import { startResuming } from '../moderation/curation/start-resuming.ts';
import { createDispatcher } from '../queue/dispatcher.ts';
import { createWorker } from '../queue/worker.ts';
import { type Clock, repeat, toInstant } from '../requests/index.ts';
import { followClips } from '../results/follow-clips.ts';
import { keepReels } from '../results/reels/keep-reels.ts';
import { makeReel, type ReelOrder } from '../results/reels/make-reel.ts';
import { startFindingWinners } from '../voting/find-winners.ts';
import { startWatchingVotes } from '../voting/watch-votes.ts';
import { asksBackAmong } from './asks-back.ts';
import type { Config } from './config.ts';
import { openStrikes } from './configured-strikes.ts';
import { openDesk, openRefusedPictures } from './curation.ts';
import { createErrorLog } from './disk-full.ts';
import { enginesIn } from './engines-in.ts';
import { holdingOf } from './holding.ts';
import { startKeepingCuratorRoles } from './keep-roles.ts';
import { newId } from './new-id.ts';
import { startNotingChoices } from './note-choices.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { openPurse } from './open-purse.ts';
import { openParts, type Parts, type PartsContext } from './parts.ts';
import { stepHandlers } from './step-handlers.ts';
import { tellTrouble } from './tell-trouble.ts';
import { openWeb } from './web.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const REELS_EVERY_MS = 20_000;

export interface AppOptions extends Pick<PartsContext, 'embedded' | 'replace' | 'addPlatforms'> {
  config: Config;
  logger: Logger;
  clock?: Clock;
}

/** The running app. */
export interface App {
  parts: Parts;
  platforms: Platforms;
  desk: DelayedDesk;
  /** Where the pages are, e.g. `http://127.0.0.1:3000`; null where this process has no pages. */
  url: string | null;
  /** Takes nothing new, lets what runs come to rest for so long (milliseconds), and closes everything. */
  stop(graceMs: number): Promise<void>;
}

/** Puts the app together and starts the roles that this process has. What was started is stopped when a part fails. */
export async function startApp({ config, logger, clock = () => new Date(), ...rest }: AppOptions): Promise<App> {
  const closers: Closer[] = [];
  const stop = (graceMs: number) => closeAll(closers.splice(0).reverse(), graceMs);
  try {
    const parts = await openParts({ config, clock, logger, ...rest });
    const { store } = parts;
    closers.push(() => store.close());
    closers.push(async () => parts.redis?.close());
    closers.push(() => parts.engine.close());
    closers.push(async () => parts.fallbackEngine?.close());
    closers.push(() => parts.storyboard.close());
    // One process has these records to itself: what was under way when it last died is taken up at once.
    if (!store.shared) await store.work.reopenAll();
    await ensureStandingCall(parts, config, clock);
    const platforms = platformsOf(parts.platforms);
    const pictures = openRefusedPictures(parts, clock);
    const desk = openDesk(store, { pictures, clock, undoMs: config.UNDO_SECONDS * 1000 });
    const effects = followDecisions({
      ...{ decisions: store.decisions, desk, clock },
      onError: createErrorLog(logger)('A decision could not be brought into effect; it is tried again'),
    });
    closers.push(() => effects.close());
    // The pages first: with their port taken, nothing else is begun.
    const web = config.roles.includes('web') ? await openWeb(parts, desk, { config, logger, clock }) : null;
    if (web) closers.push(() => web.close());
    if (config.roles.includes('worker')) closers.push(startWork(parts, platforms, { config, logger, clock }));
    if (config.roles.includes('bots')) await startBots(parts, platforms, { config, logger, clock }, closers);
    return { parts, platforms, desk, url: web?.url ?? null, stop };
  } catch (error) {
    await stop(0);
    throw error;
  }
}

type Closer = (graceMs: number) => Promise<void>;

/** Closes in the given order, each whatever became of the one before; throws what was thrown first. */
async function closeAll(closers: readonly Closer[], graceMs: number): Promise<void> {
  const errors: unknown[] = [];
  for (const close of closers) await close(graceMs).catch((error: unknown) => errors.push(error));
  if (errors.length > 0) throw errors[0];
}

type Surroundings = { config: Config; logger: Logger; clock: Clock };

function startWork(parts: Parts, platforms: Platforms, { config, logger, clock }: Surroundings) {
  const { store, redis, engine } = parts;
  if (!redis) throw new Error('The worker role needs Redis');
  const common = { redis: redis.address, work: store.work, concurrency: config.WORKER_CONCURRENCY, clock, logger };
  const dispatcher = createDispatcher({
    ...common,
    engineConcurrency: engine.limits.concurrency,
    inFlightPerMember: config.IN_FLIGHT_PER_MEMBER,
    mayStart: async () => (await store.house.load()).paused === null,
  });
  const worker = createWorker({
    ...common,
    requests: store.requests,
    handlers: tellTrouble(stepHandlers(parts, platforms, { config, clock, logger }), logger),
    random: Math.random,
    leaseMs: config.LEASE_SECONDS * 1000,
    onDone: dispatcher.wake,
  });
  const sweeping = startSweepingFiles(parts, { config, logger, clock });
  const sealing = startSealingHistory(parts, { config, logger, clock });
  const merges = startFollowingMerges(parts, { config, logger, clock });
  const keepingOut = startKeepingOut(parts, { config, logger, clock });
  const gallery = startFollowingClips(parts, { config, logger, clock });
  const reels = startKeepingReels(parts, { config, logger, clock });
  const resuming = startResuming({
    ...{ requests: store.requests, clock },
    onError: createErrorLog(logger)('What was put aside could not be brought back; it is tried again'),
  });
  const passing = startPassingOverUnchosen(parts, { config, logger, clock });
  const seeding = config.SEEDED_CASES_PER_HUNDRED > 0 ? startSeedingCases(parts, { config, logger, clock }) : null;
  const folding = startFoldingDuplicates(parts, { config, logger, clock });
  return async (graceMs: number) => {
    // First what would begin more.
    await dispatcher.close();
    const beside = [
      sweeping,
      merges,
      keepingOut,
      folding,
      resuming,
      passing,
      gallery,
      reels,
      ...(seeding ? [seeding] : []),
    ];
    await Promise.all([worker.close(graceMs), ...beside.map((each) => each.close())]);
    // And last what seals all that these still did.
    await sealing.close();
  };
}

/** Each part is among the closers before the next begins: of those that listen, one may fail. */
async function startBots(
  parts: Parts,
  platforms: Platforms,
  { config, logger, clock }: Surroundings,
  closers: Closer[],
): Promise<void> {
  const { store, screening } = parts;
  const { requests, ownPosts, calls, house, history, cursors } = store;
  const collect = createCollector({
    requests,
    calls,
    house,
    ownPosts,
    screening,
    readStrikes: openStrikes(store, { config, clock }),
    clock,
    answer: createAnswerPost({ platforms, ownPosts, clock }),
    readingLimits: DEFAULT_READING_LIMITS,
    newId: () => newId(clock()),
  });
  const status = oneAtATime(
    store,
    { config, logger },
    {
      name: 'status-posts',
      complaint: 'A status post could not be made; it is tried again',
      open: (onError) => startStatusReporter({ platforms, history, cursors, requests, ownPosts, clock, onError }),
    },
  );
  const forgetting = startForgettingMembers(parts, platforms, { config, logger, clock });
  const watching = startWatching(parts, { config, logger, clock });
  const winners = startLookingForWinners(parts, { config, logger, clock });
  const noting =
    store.shared || config.DISCORD_TOKEN === undefined
      ? null
      : startNotingChoices(store, config.dataDirectory, createErrorLog(logger)('The doctor cannot be left a note'));
  const beside: { close(): unknown }[] = [status, forgetting, watching, winners, ...(noting ? [noting] : [])];
  closers.push(async () => {
    await Promise.all(beside.map((each) => each.close()));
  });
  closers.push(async () => {
    await Promise.all(platforms.all.map((platform) => platform.close()));
  });
  await Promise.all(platforms.all.map((platform) => platform.listen(collect)));
  beside.push(startKeepingCuratorRoles(parts, { config, logger, clock }), startCards(parts, { config, logger, clock }));
}

function startKeepingOut({ store, ...parts }: Parts, { clock, ...around }: Surroundings) {
  const { keepOut } = openRefusedPictures({ ...parts, store }, clock);
  return oneAtATime(store, around, {
    name: 'pictures-kept-out',
    complaint: 'A picture could not be kept out; it is tried again',
    open: (onError) => startKeepingPicturesOut({ ...store, keepOut, clock, onError }),
  });
}

function startFollowingMerges({ store }: Parts, { clock, ...around }: Surroundings) {
  return oneAtATime(store, around, {
    name: 'merges',
    complaint: 'Merged requests could not be moved on; it is tried again',
    open: (onError) => startMerges({ ...store, clock, onError }),
  });
}

/** Of two that fold at once, each might fold what the other folds into. */
function startFoldingDuplicates({ store }: Parts, { clock, ...around }: Surroundings) {
  return oneAtATime(store, around, {
    name: 'folding',
    complaint: 'What was asked for twice could not be folded; it is tried again',
    open(onError) {
      const folding = startFolding({ ...store, folding: around.config.FOLD_DUPLICATES, clock, onError });
      const supporters = startCountingSupporters({ ...store, clock, onError });
      return {
        close: async () => {
          await Promise.all([folding.close(), supporters.close()]);
        },
      };
    },
  });
}

function startPassingOverUnchosen({ store }: Parts, { clock, ...around }: Surroundings) {
  return oneAtATime(store, around, {
    name: 'passing-over',
    complaint: 'Whoever was not chosen in a call that is over could not be answered; it is tried again',
    open: (onError, isOurs) => startPassingOver({ ...store, clock, isOurs, onError }),
  });
}

function startSweepingFiles({ store, files }: Parts, { clock, ...around }: Surroundings) {
  const { KEEP_UNUSED_DAYS, KEEP_DECLINED_DAYS } = around.config;
  const onSwept = (swept: Swept) => around.logger.info(swept, 'Let go of files that nothing needs');
  const kept = { keepMs: KEEP_UNUSED_DAYS * DAY_MS, keepDeclinedMs: KEEP_DECLINED_DAYS * DAY_MS };
  const records = { owners: store.fileOwners, requests: store.requests };
  return oneAtATime(store, around, {
    name: 'sweeping-files',
    complaint: 'Files that nothing needs could not be let go; it is tried again',
    open: (onError, isOurs) => startSweeping({ files, ...records, ...kept, clock, isOurs, onSwept, onError }),
  });
}

function startSealingHistory({ store }: Parts, { clock, ...around }: Surroundings) {
  return oneAtATime(store, around, {
    name: 'sealing-history',
    complaint: 'The history could not be sealed; it is tried again',
    open: (onError, isOurs) => startSealing({ seals: store.seals, clock, isOurs, onError }),
  });
}

function startFollowingClips({ store }: Parts, around: Surroundings) {
  return oneAtATime(store, around, {
    name: 'gallery',
    complaint: 'What the gallery is searched by is not up to date; it is tried again',
    open: (onError) => followClips({ ...store, onError }),
  });
}

function startKeepingReels({ store, files, media }: Parts, { clock, ...around }: Surroundings) {
  return oneAtATime(store, around, {
    name: 'reels',
    complaint: 'The reel of a call could not be made; it is tried again',
    open(onError) {
      const make = (order: ReelOrder) => makeReel(order, { files, media, clock });
      const keep = () => keepReels({ ...store, makeReel: make, clock, onError });
      return repeat(keep, { everyMs: REELS_EVERY_MS, onError });
    },
  });
}

/** One case waits at most. */
function startSeedingCases({ store }: Parts, { clock, ...around }: Surroundings) {
  const placing = { callId: STANDING_CALL_ID, perHundred: around.config.SEEDED_CASES_PER_HUNDRED, random: Math.random };
  const newCaseId = () => newId(clock());
  return oneAtATime(store, around, {
    name: 'seeding-cases',
    complaint: 'No case with a known answer could be placed; it is tried again',
    open: (onError, isOurs) => startSeeding({ ...store, ...placing, newId: newCaseId, clock, isOurs, onError }),
  });
}

function startForgettingMembers({ store, files }: Parts, platforms: Platforms, { clock, ...around }: Surroundings) {
  return oneAtATime(store, around, {
    name: 'forgetting',
    complaint: 'What a member asked to be deleted is not deleted yet; it is tried again',
    open: (onError) => startForgetting({ ...store, platforms, files, clock, onError }),
  });
}

function startWatching({ store }: Parts, { clock, ...around }: Surroundings) {
  return oneAtATime(store, around, {
    name: 'watching-votes',
    complaint: 'Votes could not be looked through; it is tried again',
    open: (onError) => startWatchingVotes({ ...store, newId: () => newId(clock()), clock, onError }),
  });
}

function startLookingForWinners({ store }: Parts, { clock, ...around }: Surroundings) {
  return oneAtATime(store, around, {
    name: 'finding-winners',
    complaint: 'Who won a call could not be found; it is tried again',
    open: (onError) => startFindingWinners({ ...store, clock, onError }),
  });
}

function startCards(parts: Parts, { config, logger, clock }: Surroundings) {
  const { store, reviewSurfaces, translator } = parts;
  const enginesFor = createEnginesFor({ engines: enginesIn(parts), calls: store.calls });
  const stillUsd = parts.stillMaker?.priceUsd ?? null;
  const asksBack = (platform: string) => asksBackAmong(parts.platforms, platform);
  const purse = openPurse(store, { config, clock });
  const readStrikes = openStrikes(store, { config, clock });
  const onError = createErrorLog(logger)('A review card could not be made; it is tried again');
  return startTurns({
    ...holdingOf(store, config),
    names: reviewSurfaces.map(({ id }) => `review-cards-${id}`),
    atMost: reviewSurfaces.length,
    open: (name, isOurs) => {
      const surface = reviewSurfaces.find(({ id }) => name === `review-cards-${id}`) as ReviewSurface;
      return startReviewCards({
        ...store,
        surface,
        translator,
        enginesFor,
        stillUsd,
        asksBack,
        purse,
        readStrikes,
        clock,
        isOurs,
        onError,
      });
    },
    onError,
  });
}

/** The standing call is always there, with the caps that are configured now. */
async function ensureStandingCall({ store, engine }: Parts, config: Config, clock: Clock): Promise<void> {
  const known = await store.calls.find(STANDING_CALL_ID);
  // Another process that starts at the same time saves it as well.
  await store.calls.save({
    id: STANDING_CALL_ID,
    version: known?.version,
    theme: { en: 'Ask for any clip you would like to see', ar: 'اطلب أي مقطع تودّ أن تراه' },
    opensAt: known?.opensAt ?? toInstant(clock()),
    closesAt: null,
    budgetUsd: config.BUDGET_USD ?? null,
    caps: {
      openPerMember: config.OPEN_PER_MEMBER,
      perMemberPerDay: config.PER_MEMBER_PER_DAY,
      ...NO_MORE_LIMITS,
    },
    places: null,
    engine: engine.id,
  });
}
