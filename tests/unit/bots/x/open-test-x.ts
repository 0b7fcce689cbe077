import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { platformAdapters } from '../../../../src/app/adapters.ts';
import { newId } from '../../../../src/app/new-id.ts';
import { createAnswerPost } from '../../../../src/bots/answer-post.ts';
import { createCollector } from '../../../../src/bots/collect-requests.ts';
import { createDeliverClip } from '../../../../src/bots/deliver-clip.ts';
import { platformsOf } from '../../../../src/bots/platforms.ts';
import { DEFAULT_READING_LIMITS } from '../../../../src/bots/reading/index.ts';
import { createRemoveReply } from '../../../../src/bots/remove-reply.ts';
import { startStatusReporter } from '../../../../src/bots/report-status.ts';
import { fixedTokens, type Tokens } from '../../../../src/bots/x/connection/tokens.ts';
import type { XPlatform, XPlatformDependencies } from '../../../../src/bots/x/x-platform.ts';
import { createMediaTools } from '../../../../src/media/contained-media-tools.ts';
import { createTakeInPicture } from '../../../../src/media/take-in-picture.ts';
import {
  advance,
  type Clip,
  type CursorStore,
  memberKey,
  type PromptRequest,
  type RequestEvent,
  type StoredFile,
} from '../../../../src/requests/index.ts';
import { aClip, anApproval, anOrder, aVerdict } from '../../../samples/requests.ts';
import { rules } from '../../../samples/rules.ts';
import { waitUntil } from '../../../services.ts';
import type { XSimulatorSettings } from '../../../simulators/x/settings.ts';
import type { Post, User } from '../../../simulators/x/world.ts';
import { createXSimulator, type XSimulator } from '../../../simulators/x/x-simulator.ts';
import type { TestRecords } from '../discord/open-test-discord.ts';

/** X with the bot on it, as far as a requester sees it; nothing is made, `make` says that it was. */
export interface TestX {
  simulator: XSimulator;
  person: User;
  errors: unknown[];
  /** What the operator was told. */
  told: string[];
  cursors: Map<string, string>;
  platform(): XPlatform;
  /** Starts the bot; stopped before, it is a new process with the same records. */
  start(changes?: Partial<XPlatformDependencies>): Promise<void>;
  stop(): Promise<void>;
  close(): Promise<void>;
  /** The request that a post became. */
  requestOf(post: Post): Promise<PromptRequest>;
  requestsOf(user: User): Promise<PromptRequest[]>;
  state(post: Post): Promise<PromptRequest['state'] | null>;
  walk(request: PromptRequest, ...events: readonly RequestEvent[]): Promise<PromptRequest>;
  /** Approves and makes it, up to the reply. */
  make(request: PromptRequest, clip?: Partial<Clip>): Promise<PromptRequest>;
  /** Does the step that replies; answers with the request after it. */
  deliver(request: PromptRequest): Promise<PromptRequest>;
  /** Asks, and has it made up to the reply. */
  asked(text: string, by?: User): Promise<{ post: Post; request: PromptRequest }>;
  aVideo(bytes: string): Promise<StoredFile>;
}

let bots = 0;

export async function openTestX({ store, files }: TestRecords, settings: XSimulatorSettings = {}): Promise<TestX> {
  bots += 1;
  const bot = bots;
  const clock = settings.clock ?? (() => new Date());
  const simulator = await createXSimulator(settings);
  const person = simulator.addUser(`mina${bot}`, 'Mina');
  const [errors, told]: [unknown[], string[]] = [[], []];
  const kept = new Map([['status-posts', await store.history.end()]]);
  const cursors: CursorStore = {
    load: async (follower) => kept.get(follower) ?? null,
    save: async (follower, cursor) => void kept.set(follower, cursor),
  };
  const media = createMediaTools();
  let platform: XPlatform | null = null;
  let status: { close(): Promise<void> } | null = null;

  async function start(changes: Partial<XPlatformDependencies> = {}): Promise<void> {
    const opened = await platformAdapters.x({
      apiUrl: simulator.url,
      tokens: fixedTokens(simulator.keys) as Tokens,
      bearerToken: null,
      approved: true,
      answersDeclines: false,
      dailyDollars: 1000,
      pollEveryMs: 20,
      upkeepEveryMs: 3_600_000,
      lookBackMs: 60_000,
      leases: store.leases,
      holder: `x-bot-${bot}`,
      leaseMs: 10_000,
      records: store.x,
      requests: store.requests,
      ownPosts: store.ownPosts,
      joining: store.joining,
      newId: randomUUID,
      cursors,
      files,
      takeInPicture: createTakeInPicture({ files, media }),
      clock,
      onError: (error) => errors.push(error),
      tell: (advice) => told.push(advice),
      ...changes,
    });
    platform = opened;
    const platforms = platformsOf([opened]);
    const { requests, calls, house, ownPosts, history } = store;
    status = startStatusReporter({
      ...{ platforms, history, cursors, requests, ownPosts, clock },
      onError: (error) => errors.push(error),
    });
    await opened.listen(
      createCollector({
        readStrikes: async () => [],
        ...{ requests, calls, house, ownPosts, clock },
        screening: rules,
        answer: createAnswerPost({ platforms, ownPosts, clock }),
        readingLimits: DEFAULT_READING_LIMITS,
        newId: () => newId(clock()),
      }),
    );
  }

  async function stop(): Promise<void> {
    await platform?.close();
    await status?.close();
    platform = null;
    status = null;
  }

  const current = (): XPlatform => {
    if (!platform) throw new Error('the bot is not started');
    return platform;
  };

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

  const find = (post: Post) => store.requests.findByPost({ platform: 'x', id: post.versions[0] ?? post.id });

  async function requestOf(post: Post): Promise<PromptRequest> {
    await waitUntil(async () => (await find(post)) !== null, `a request of ${post.text}`);
    return (await find(post)) as PromptRequest;
  }

  async function make(request: PromptRequest, clip: Partial<Clip> = {}): Promise<PromptRequest> {
    const master = await aVideo(`a video of ${request.id}`);
    const { prompt, options } = request;
    return walk(
      request,
      { kind: 'approved', approval: anApproval({ prompt, options }) },
      { kind: 'generation-started', engine: 'storyboard', shots: [anOrder()] },
      { kind: 'shot-intended', shot: 0, key: `k${bot}` },
      { kind: 'shot-started', shot: 0, operation: { id: 'op' }, checkAfterMs: 0 },
      { kind: 'shot-rendered', shot: 0 },
      { kind: 'shot-downloaded', shot: 0, file: master },
      { kind: 'clip-finished', clip: { ...aClip(), master, renditions: {}, caption: prompt, ...clip } },
      { kind: 'clip-screened', verdict: aVerdict() },
    );
  }

  return {
    simulator,
    person,
    errors,
    told,
    cursors: kept,
    platform: current,
    start,
    stop,
    async close() {
      await stop();
      await simulator.close();
    },
    requestOf,
    requestsOf: (user) =>
      store.requests.list({ requester: memberKey({ platform: 'x', id: user.id }), order: 'newest', limit: 1000 }),
    state: async (post) => (await find(post))?.state ?? null,
    walk,
    make,
    aVideo,
    async asked(text, by = person) {
      const post = simulator.say(by, `@opencall ${text}`);
      return { post, request: await make(await requestOf(post)) };
    },
    async deliver(request) {
      const platforms = platformsOf([current()]);
      const context = {
        ticket: { id: 'w', epoch: 1 },
        attempt: 1,
        apply: async () => ({ applies: false, why: 'not-now', state: request.state }) as const,
        isCurrent: async () => true,
        signal: AbortSignal.timeout(60_000),
      };
      if (request.state === 'removed') {
        await createRemoveReply({ platforms, ownPosts: store.ownPosts })({
          request,
          work: { step: 'remove-reply' },
          ...context,
        });
        return request;
      }
      const { ownPosts, requests } = store;
      const deliver = createDeliverClip({ platforms, ownPosts, requests, clock, makeSmaller: async () => null });
      const result = await deliver({ request, work: { step: 'deliver' }, ...context });
      return result.next === 'apply' ? walk(request, result.event) : request;
    },
  };
}
