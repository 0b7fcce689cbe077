import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { App } from '../../../src/app/compose.ts';
import type { Parts } from '../../../src/app/parts.ts';
import type { IncomingHandler, IncomingPost } from '../../../src/bots/chat-platform.ts';
import { ROOM_LIMITS } from '../../../src/bots/room/room-platform.ts';
import { UNKNOWN_STANDING } from '../../../src/calls/standing.ts';
import type { PromptRequest } from '../../../src/requests/index.ts';
import { createFakeChatPlatform, createFakePlaza, type FakePlaza } from '../../fakes/fake-chat-platform.ts';
import { fakeVideo } from '../../fakes/fake-video.ts';
import { createFakeVendor, createFakeVideoEngine, type FakeVendor } from '../../fakes/fake-video-engine.ts';
import { startWithFakeEngine } from './fake-engine-app.ts';

export interface Crowd {
  app: App;
  vendor: FakeVendor;
  plaza: FakePlaza;
  /** How many posts became, or should have become, a request. */
  asked: number;
  /** Requests that a curator approved, by id. */
  approved: Set<string>;
}

export interface CrowdOptions {
  dataDirectory: string;
  requests: number;
  members: number;
  /** 0 ≤ random() < 1; the same numbers give the same crowd. */
  random: () => number;
  replace?: (parts: Parts) => Parts;
}

const LATE_AT_MOST_MS = 200;

/** Requests of many members at once, half in the room and half on a platform without keys; events come up to three times. */
export async function gatherCrowd(options: CrowdOptions): Promise<Crowd> {
  const { dataDirectory, requests, members, random, replace = (parts: Parts) => parts } = options;
  const plaza = createFakePlaza();
  const vendor = createFakeVendor();
  const posts = Array.from({ length: requests }, (_, index) => postOf(index, Math.floor(random() * members)));
  plaza.asked.push(...posts.filter((_, index) => index % 2 === 0));
  const chaotic =
    (handler: IncomingHandler): IncomingHandler =>
    async (event) => {
      const times = 1 + Math.floor(random() * 3);
      const waits = Array.from({ length: times }, () => random() * LATE_AT_MOST_MS);
      await Promise.all(waits.map((ms) => delay(ms).then(() => handler(event))));
    };
  const square = createFakeChatPlatform({
    plaza,
    limits: { ...ROOM_LIMITS, statusPosts: false },
    answerIsLost: (nth) => nth % 10 === 0,
    deliver: async (events, handler) => void (await Promise.all(events.map(chaotic(handler)))),
  });
  const engine = createFakeVideoEngine({
    vendor,
    concurrency: 20,
    checksBeforeDone: 1,
    faultAtStart: (nth) => (nth % 17 === 0 ? 'answer-lost' : nth % 23 === 0 ? 'not-sent' : null),
  });
  const app = await startWithFakeEngine({
    dataDirectory,
    engine,
    replace: (parts) => {
      const platforms = parts.platforms.map((platform) => ({
        ...platform,
        listen: (handler: IncomingHandler) => platform.listen(chaotic(handler)),
      }));
      return replace({ ...parts, platforms: [...platforms, square] });
    },
  });
  const { roomPosts } = app.parts.store;
  const inRoom = posts.filter((_, index) => index % 2 === 1);
  await Promise.all(inRoom.map(async ({ author, text, postedAt }) => roomPosts.add(roomPost(author, text, postedAt))));
  return { app, vendor, plaza, asked: requests, approved: new Set() };
}

function postOf(index: number, member: number): IncomingPost {
  const platform = index % 2 === 0 ? 'plaza' : 'room';
  return {
    ref: { platform, channel: platform, id: `post-${index}` },
    author: { platform, id: `member-${member}`, name: `Member ${member}` },
    standing: UNKNOWN_STANDING,
    text: `@opencall a kite, number ${index}, over the sea --seconds ${1 + (index % 5)}`,
    picture: null,
    inReplyTo: null,
    language: index % 3 === 0 ? 'ar' : 'en',
    postedAt: new Date(Date.UTC(2026, 10, 1, 0, 0, index)).toISOString(),
  };
}

function roomPost(author: IncomingPost['author'], text: string, postedAt: string) {
  const none = { picture: null, video: null, inReplyTo: null, requestId: null, key: null };
  return { author, kind: 'post' as const, text, locale: 'en' as const, ...none, postedAt };
}

/** What must hold of a crowd that has come to rest, told by the ledgers outside; empty where all of it does. */
export async function violationsIn({ app, vendor, plaza, asked, approved }: Crowd): Promise<string[]> {
  const { store } = app.parts;
  const all = await store.requests.list({ order: 'oldest', limit: asked * 4 });
  const work = await store.work.counts();
  const replies = await Promise.all(all.map(async (request) => ({ request, clips: await clipsFor(request) })));
  return [
    ...(all.length === asked ? [] : [`${all.length} requests of ${asked} posts`]),
    ...(vendor.charges.length === approved.size
      ? []
      : [`${vendor.charges.length} charges for ${approved.size} approvals`]),
    ...(work.open + work.queued + work.running === 0 ? [] : [`work is left: ${JSON.stringify(work)}`]),
    ...replies.flatMap(({ request, clips }) => wrongWith(request, clips)),
  ];

  function wrongWith(request: PromptRequest, clips: string[]): string[] {
    const wanted = approved.has(request.id);
    if (!wanted) return clips.length === 0 ? [] : [`${request.id} was not approved and has ${clips.length} replies`];
    if (request.state !== 'delivered') return [`${request.id} is ${request.state}`];
    if (clips.length !== 1) return [`${request.id} has ${clips.length} replies`];
    const made = vendor.charges.filter(({ key }) => key.startsWith(request.id));
    const bytes = made.map(({ order, operation }) => sha256(fakeVideo(order, operation)));
    return bytes.includes(clips[0] ?? '') ? [] : [`${request.id} was sent another's clip`];
  }

  async function clipsFor({ post, id }: PromptRequest): Promise<string[]> {
    const answers =
      post.platform === 'room'
        ? ((await store.roomPosts.thread(post.id))?.answers ?? []).filter(({ kind }) => kind === 'clip')
        : plaza.replies
            .filter((reply) => reply.post.kind === 'clip' && reply.post.requestId === id)
            .map(({ post }) => post);
    return answers.map(({ video }) => video?.file.sha256 ?? 'no video');
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
