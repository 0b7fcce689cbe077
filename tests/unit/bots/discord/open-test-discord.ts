import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { platformAdapters } from '../../../../src/app/adapters.ts';
import { openCuration, openRefusedPictures, reportTo } from '../../../../src/app/curation.ts';
import { newId } from '../../../../src/app/new-id.ts';
import { createAnnouncements } from '../../../../src/bots/announcing/create-announcements.ts';
import { createAnswerPost } from '../../../../src/bots/answer-post.ts';
import type { ChatPlatform } from '../../../../src/bots/chat-platform.ts';
import { createCollector } from '../../../../src/bots/collect-requests.ts';
import { createDeliverClip } from '../../../../src/bots/deliver-clip.ts';
import { DISCORD_LIMITS } from '../../../../src/bots/discord/discord-limits.ts';
import type { DiscordPlatform } from '../../../../src/bots/discord/discord-platform.ts';
import type { ClipReport } from '../../../../src/bots/discord/interactions/report-clip.ts';
import { type DiscordServer, newServer } from '../../../../src/bots/discord/servers/discord-server.ts';
import { createServedServers } from '../../../../src/bots/discord/servers/served-servers.ts';
import { startForgetting } from '../../../../src/bots/forget-members.ts';
import { platformsOf } from '../../../../src/bots/platforms.ts';
import { DEFAULT_READING_LIMITS } from '../../../../src/bots/reading/index.ts';
import { startStatusReporter } from '../../../../src/bots/report-status.ts';
import { NO_MORE_LIMITS, STANDING_CALL_ID } from '../../../../src/calls/call.ts';
import type { FileStore } from '../../../../src/files/file-store.ts';
import { createFolderFileStore } from '../../../../src/files/folder-file-store.ts';
import { budgetOfCall } from '../../../../src/generation/money/budgets-for.ts';
import { createPurse } from '../../../../src/generation/money/purse.ts';
import type { VideoEngine } from '../../../../src/generation/video-engine.ts';
import { createMediaTools } from '../../../../src/media/contained-media-tools.ts';
import { createTakeInPicture } from '../../../../src/media/take-in-picture.ts';
import { startReviewCards } from '../../../../src/moderation/curation/keep-review-cards.ts';
import type { Translator } from '../../../../src/moderation/curation/translator.ts';
import { createReadStrikes } from '../../../../src/moderation/strikes/read-strikes.ts';
import {
  advance,
  type Clip,
  type CursorStore,
  memberKey,
  type PromptRequest,
  type RequestEvent,
  type StoredFile,
} from '../../../../src/requests/index.ts';
import { openStore } from '../../../../src/store/open-store.ts';
import type { Store } from '../../../../src/store/store.ts';
import { sayTrouble } from '../../../../src/wording/index.ts';
import { engineLimits } from '../../../samples/engine-limits.ts';
import { aClip, anApproval, anOrder, aVerdict } from '../../../samples/requests.ts';
import { rules } from '../../../samples/rules.ts';
import { dataFolder, waitUntil } from '../../../services.ts';
import { createDiscordSimulator, type DiscordSimulator } from '../../../simulators/discord/discord-simulator.ts';
import type { DiscordSimulatorSettings } from '../../../simulators/discord/settings.ts';
import type { Channel, Guild, Member } from '../../../simulators/discord/world/world.ts';

/** Records and files for the tests of one file. */
export interface TestRecords {
  store: Store;
  files: FileStore;
  close(): Promise<void>;
}

export async function openTestRecords(): Promise<TestRecords> {
  const directory = dataFolder('discord');
  const store = await openStore({ databaseUrl: null, directory });
  const files = await createFolderFileStore({ directory: join(directory, 'files') });
  await store.calls.save({
    id: STANDING_CALL_ID,
    theme: { en: 'Anything', ar: 'أي شيء' },
    opensAt: '2020-01-01T00:00:00.000Z',
    closesAt: null,
    budgetUsd: null,
    caps: { openPerMember: 50, perMemberPerDay: 50, ...NO_MORE_LIMITS },
    places: null,
    engine: null,
  });
  return {
    store,
    files,
    async close() {
      await store.close();
      await rm(directory, { recursive: true });
    },
  };
}

/** A server with the bot in it, as far as a requester sees it; nothing is made, `walk` says that it was. */
export interface TestDiscord {
  simulator: DiscordSimulator;
  guild: Guild;
  channel: Channel;
  person: Member;
  errors: unknown[];
  reports: ClipReport[];
  /** What the operator was told. */
  told: string[];
  platform(): ChatPlatform;
  /** The platform as a process has it that only posts, and hears nothing. */
  worker(): Promise<ChatPlatform>;
  /** Starts the bot; stopped before, it is a new process with the same records. */
  start(): Promise<void>;
  stop(): Promise<void>;
  close(): Promise<void>;
  /** The person's newest request, when there are so many of theirs. */
  request(count?: number, of?: Member): Promise<PromptRequest>;
  requestsOf(member: Member): Promise<PromptRequest[]>;
  /** What a server has chosen; nothing at first, and no server is served but the one that is there at first. */
  choose(choices: Partial<DiscordServer>, of?: Guild): Promise<void>;
  /** A review channel in the server, which only curators and the bot see, and two curators. */
  openReview(): Promise<TestReview>;
  /** Lets things happen to a request. */
  walk(request: PromptRequest, ...events: readonly RequestEvent[]): Promise<PromptRequest>;
  /** Approves and makes it, up to the reply. */
  make(request: PromptRequest, clip?: Partial<Clip>): Promise<PromptRequest>;
  /** Does the step that replies; answers with the request after it. */
  deliver(request: PromptRequest, makeSmaller?: (bytes: number) => Promise<StoredFile | null>): Promise<PromptRequest>;
}

export interface TestReview {
  channel: Channel;
  noor: Member;
  omar: Member;
}

/** What curators are told that it would make, and what it would cost. */
const engine: Pick<VideoEngine, 'id' | 'limits'> = {
  id: 'storyboard',
  limits: engineLimits({ seconds: { min: 1, max: 10, step: 1 }, sounds: ['none', 'ambience'] }),
};

/** An image model is there, so that its button is. */
const STILL_USD = 0.04;

let bots = 0;

export async function openTestDiscord(
  { store, files }: TestRecords,
  {
    named: namedAtFirst = [],
    translator = null,
    ...settings
  }: DiscordSimulatorSettings & {
    /** Servers that the configuration names; none: the one that is there at first is home. */
    named?: readonly string[];
    translator?: Translator | null;
  } = {},
): Promise<TestDiscord> {
  bots += 1;
  const clock = settings.clock ?? (() => new Date());
  // The limit of five messages in five seconds would make each test wait.
  const simulator = await createDiscordSimulator({ routeLimit: null, ...settings });
  const guild = simulator.world.addGuild('Paper Theatre');
  const channel = simulator.world.addChannel(guild, 'clips');
  const person = simulator.world.addMember(guild, 'Mina');
  const cursors = ownCursors(await store.history.end());
  const named = [...namedAtFirst];
  const [errors, reports, told]: [unknown[], ClipReport[], string[]] = [[], [], []];
  let platform: ChatPlatform | null = null;
  let status: { close(): Promise<void> } | null = null;
  let forgetting: { close(): Promise<void> } | null = null;
  let cards: { close(): Promise<void> } | null = null;
  const purse = createPurse({ calls: store.calls, ledger: store.ledger, dayLimitUsd: 0.8, clock });
  const thresholds = { slowAt: 6, blockAt: 12, slowSeconds: 3600 };
  const readStrikes = createReadStrikes({ requests: store.requests, thresholds, clock });
  const media = createMediaTools();
  const pictures = openRefusedPictures({ files, media, store }, clock);
  const weighing = {
    ...{ enginesFor: async () => [engine] as const, translator, stillUsd: STILL_USD, asksBack: () => true },
    ...{ purse, readStrikes, clock },
  };
  const curation = openCuration(store, { ...weighing, pictures });

  async function open(): Promise<DiscordPlatform> {
    const opened = await platformAdapters.discord({
      ...store,
      voteLimits: { accountDays: 0, membershipDays: 0 },
      spentOn: (callIds) => store.ledger.used(callIds.map(budgetOfCall)),
      token: simulator.token,
      apiUrl: simulator.url,
      ...{ holder: `bot-${bots}`, leaseMs: 60_000, newId: () => newId(clock()) },
      ...{ shards: 'auto', shardsPerProcess: 1, maxFileBytes: DISCORD_LIMITS.rendition.maxBytes },
      servers: createServedServers({ store: store.discordServers, named }),
      choices: { seconds: DEFAULT_READING_LIMITS.seconds, styleLength: DEFAULT_READING_LIMITS.styleGraphemes },
      cursors,
      files,
      takeInPicture: createTakeInPicture({ files, media }),
      clock,
      report: async (report) => {
        reports.push(report);
        await reportTo(store, clock)(report);
      },
      announcementsBy: (announcer) =>
        createAnnouncements({
          ...{ ...store, announcers: [announcer], clock, newId: () => newId(clock()) },
          makeSmaller: async ({ master }) => master,
        }),
      curation,
      onError: (error) => errors.push(error),
      logTrouble: (trouble) => told.push(`${trouble.place}: ${sayTrouble('en', trouble)}`),
    });
    // Faster than for people, so that a test need not wait for each edit.
    return {
      ...opened,
      limits: { ...DISCORD_LIMITS, editEveryMs: 20 },
      review: { ...opened.review, pace: { ...opened.review.pace, editEveryMs: 20, oldEditEveryMs: 20 } },
    };
  }

  async function start(): Promise<void> {
    const opened = await open();
    platform = opened;
    const platforms = platformsOf([opened]);
    forgetting = startForgetting({ ...store, platforms, files, clock, onError: (error) => errors.push(error) }, 50);
    const { requests, calls, house, ownPosts, history } = store;
    status = startStatusReporter({
      ...{ platforms, history, cursors, requests, ownPosts, clock },
      onError: (error) => errors.push(error),
    });
    cards = startReviewCards({
      ...{
        ...store,
        surface: opened.review,
        cursors,
        ...weighing,
        isOurs: () => true,
      },
      onError: (error) => errors.push(error),
    });
    const answer = createAnswerPost({ platforms, ownPosts, clock });
    const readingLimits = DEFAULT_READING_LIMITS;
    await opened.listen(
      createCollector({
        readStrikes,
        requests,
        calls,
        house,
        ownPosts,
        screening: rules,
        answer,
        readingLimits,
        clock,
        newId: () => newId(clock()),
      }),
    );
  }

  async function stop(): Promise<void> {
    await platform?.close();
    await status?.close();
    await forgetting?.close();
    await cards?.close();
    platform = null;
    status = null;
    cards = null;
  }

  const current = (): ChatPlatform => {
    if (!platform) throw new Error('the bot is not started');
    return platform;
  };

  async function choose(choices: Partial<DiscordServer>, of: Guild = guild): Promise<void> {
    // More than one server is served only where the configuration names them.
    if (of !== guild) for (const { id } of [guild, of]) if (!named.includes(id)) named.push(id);
    const before = (await store.discordServers.find(of.id)) ?? newServer(of.id);
    await store.discordServers.save({ ...before, home: of === guild, ...choices });
  }

  const requestsOf = ({ user }: Member) =>
    store.requests.list({
      requester: memberKey({ platform: 'discord', id: user.id }),
      order: 'newest',
      limit: 100,
    });

  async function walk(request: PromptRequest, ...events: readonly RequestEvent[]): Promise<PromptRequest> {
    for (const event of events) {
      const decision = await advance({ requests: store.requests, clock }, request.id, event);
      if (!decision.applies) throw new Error(`${event.kind} does not apply in ${decision.state}`);
    }
    return (await store.requests.find(request.id)) ?? request;
  }

  async function aVideo(bytes: string): Promise<StoredFile> {
    const path = await files.temporaryPath('.mp4');
    await writeFile(path, bytes);
    return files.putFile(path, 'video/mp4');
  }

  return {
    simulator,
    guild,
    channel,
    person,
    errors,
    reports,
    told,
    platform: current,
    worker: open,
    start,
    stop,
    async close() {
      await stop();
      await simulator.close();
    },
    requestsOf,
    choose,
    async openReview() {
      const { world } = simulator;
      const review = world.addChannel(guild, 'review');
      const role = world.addRole(guild, 'Curators');
      world.setPermissions(review, 'everyone', { deny: ['viewChannel'] });
      world.setPermissions(review, role, { allow: ['viewChannel'] });
      world.setPermissions(review, 'bot', { allow: ['viewChannel'] });
      const [noor, omar] = [world.addMember(guild, 'Noor'), world.addMember(guild, 'Omar')];
      for (const curator of [noor, omar]) world.setRoles(curator, [role]);
      await choose({ reviewChannel: review.id, curatorRoles: [role.id] });
      return { channel: review, noor, omar };
    },
    async request(count = 1, of = person) {
      await waitUntil(async () => (await requestsOf(of)).length >= count, `${count} requests`);
      const [newest] = await requestsOf(of);
      if (!newest) throw new Error('there is no request');
      return newest;
    },
    walk,
    async make(request, clip = {}) {
      const master = await aVideo(`a video of ${request.id}`);
      const { prompt, options } = request;
      return walk(
        request,
        ...(request.state === 'in-review'
          ? [{ kind: 'approved', approval: anApproval({ prompt, options }) } as const]
          : []),
        { kind: 'generation-started', engine: 'storyboard', shots: [anOrder()] },
        { kind: 'shot-intended', shot: 0, key: `k${bots}` },
        { kind: 'shot-started', shot: 0, operation: { id: 'op' }, checkAfterMs: 0 },
        { kind: 'shot-rendered', shot: 0 },
        { kind: 'shot-downloaded', shot: 0, file: master },
        { kind: 'clip-finished', clip: { ...aClip(), master, renditions: {}, caption: prompt, ...clip } },
        { kind: 'clip-screened', verdict: aVerdict() },
      );
    },
    async deliver(request, makeSmaller = async () => null) {
      const deliver = createDeliverClip({
        platforms: platformsOf([current()]),
        ownPosts: store.ownPosts,
        requests: store.requests,
        clock,
        makeSmaller: (_, { maxBytes }) => makeSmaller(maxBytes),
      });
      const result = await deliver({
        request,
        work: { step: 'deliver' },
        ticket: { id: 'w', epoch: 1 },
        attempt: 1,
        apply: async () => ({ applies: false, why: 'not-now', state: request.state }),
        isCurrent: async () => true,
        signal: AbortSignal.timeout(60_000),
      });
      return result.next === 'apply' ? walk(request, result.event) : request;
    },
  };
}

/** Cursors of this test's own; the status posts begin where the history stands now. */
function ownCursors(end: string): CursorStore {
  const kept = new Map([
    ['status-posts', end],
    ['review-cards-discord', end],
  ]);
  return {
    load: async (follower) => kept.get(follower) ?? null,
    save: async (follower, cursor) => void kept.set(follower, cursor),
  };
}
