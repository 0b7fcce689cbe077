import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import pino from 'pino';
import { openDesk } from '../../../src/app/curation.ts';
import { createAnnouncements } from '../../../src/bots/announcing/create-announcements.ts';
import { createRoomAnnouncer } from '../../../src/bots/room/room-announcer.ts';
import { NO_MORE_LIMITS, STANDING_CALL_ID } from '../../../src/calls/call.ts';
import type { FileStore } from '../../../src/files/file-store.ts';
import { createFolderFileStore } from '../../../src/files/folder-file-store.ts';
import { createPurse } from '../../../src/generation/money/purse.ts';
import { hashToken } from '../../../src/moderation/curation/hash-token.ts';
import { createKeepOut } from '../../../src/moderation/screening/keep-out.ts';
import { createLetIn } from '../../../src/moderation/screening/let-in.ts';
import { createReadStrikes } from '../../../src/moderation/strikes/read-strikes.ts';
import {
  type Asked,
  advance,
  type Change,
  type Clip,
  type CuratorRole,
  type EventKind,
  type Locale,
  type PromptRequest,
  type RequestEvent,
  receive,
  type StoredFile,
} from '../../../src/requests/index.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';
import type { ThreadView, VisitorView } from '../../../src/web/api/contract.ts';
import { createWebServer, type WebServer } from '../../../src/web/api/create-web-server.ts';
import type { RateLimits } from '../../../src/web/api/limit-rates.ts';
import type { TakeInPicture, WebDependencies } from '../../../src/web/api/web-dependencies.ts';
import { engineLimits } from '../../samples/engine-limits.ts';
import { aClip, anAsked, EVENTS } from '../../samples/requests.ts';
import { dataFolder } from '../../services.ts';
import { createBrowser, type TestBrowser } from './browser.ts';

const limits = engineLimits({
  seconds: { min: 1, max: 60, step: 0 },
  resolutions: [360, 480, 720, 1080],
  framesPerSecond: [24, 30],
  sounds: ['none', 'ambience'],
});

const MANY = { visitor: 100_000, address: 100_000 };
/** All visitors of a test come from one address. */
const NO_LIMITS: RateLimits = { read: MANY, write: MANY, post: MANY, signIn: MANY };

/** Keeps what looks like a PNG as it is; what says `bomb` is one. Reads no more than it may, as the real one does. */
function createSimplePictureIntake(files: FileStore): TakeInPicture {
  return async (stream, { maxBytes }) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > maxBytes) return { outcome: 'rejected', reason: 'too-large' };
      chunks.push(chunk);
    }
    const whole = Buffer.concat(chunks);
    if (whole.includes('bomb')) return { outcome: 'rejected', reason: 'too-many-pixels' };
    if (!whole.subarray(1, 4).equals(Buffer.from('PNG'))) return { outcome: 'rejected', reason: 'not-a-picture' };
    return { outcome: 'taken', file: await files.putStream(Readable.from([whole]), 'image/png', maxBytes) };
  };
}

/**
 * The real server over loopback, on real records and real files in a folder of its own. Beside another it shares that
 * one's records, as a second process of the same installation does; or it is on records that were opened elsewhere.
 */
export async function openTestWeb(
  changes: Partial<WebDependencies> = {},
  beside: { store: Store; files?: FileStore } | null = null,
): Promise<TestWeb> {
  const directory = dataFolder('web');
  const staticDirectory = join(directory, 'pages');
  await mkdir(join(staticDirectory, 'assets'), { recursive: true });
  await writeFile(join(staticDirectory, 'index.html'), '<!doctype html><title>Open Call</title>');
  await writeFile(join(staticDirectory, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(join(staticDirectory, 'assets', 'main-abc123.js'), 'void 0;');
  const clock = () => new Date();
  const store = beside?.store ?? (await openStore({ databaseUrl: null, directory }));
  const files = beside?.files ?? (await createFolderFileStore({ directory: join(directory, 'files') }));
  const log: string[] = [];
  const logSink = new Writable({
    write(line, _encoding, done) {
      log.push(String(line));
      done();
    },
  });
  await store.calls.save({
    id: STANDING_CALL_ID,
    theme: { en: 'Anything small and kind', ar: 'أي شيء صغير ولطيف' },
    opensAt: '2026-01-01T00:00:00.000Z',
    closesAt: null,
    budgetUsd: null,
    caps: { openPerMember: 5, perMemberPerDay: 20, ...NO_MORE_LIMITS },
    places: null,
    engine: null,
  });
  const looks = { picture: async () => Promise.reject(new Error('Nobody looks here')) };
  const refused = store.refusedPictures;
  const pictures = { keepOut: createKeepOut({ looks, refused, clock }), letIn: createLetIn({ looks, refused }) };
  const server = await createWebServer({
    ...store,
    files,
    desk: openDesk(store, { pictures, clock, undoMs: 0 }),
    takeInPicture: createSimplePictureIntake(files),
    drawThumbnail: async () => Buffer.from('a small picture'),
    drawSharePicture: async ({ caption }) => Buffer.from(`a picture of ${caption}`),
    readCredentials: async () => null,
    engines: [{ id: 'storyboard', limits }],
    stillUsd: null,
    platformIds: ['room', 'discord', 'x'],
    enginesFor: async () => [{ id: 'storyboard', limits }],
    verifyFile: async (stream) => {
      stream.resume();
      return { outcome: 'verified', credentials: null, known: null };
    },
    longestSeconds: 60,
    voteLimits: { accountDays: 0, membershipDays: 0 },
    winners: store.winners,
    xRecords: store.x,
    x: null,
    announcements: createAnnouncements({
      ...store,
      announcers: [createRoomAnnouncer({ posts: store.roomPosts, clock })],
      makeSmaller: async ({ master }) => master,
      newId: randomUUID,
      clock,
    }),
    translator: null,
    signIns: [],
    purse: createPurse({ calls: store.calls, ledger: store.ledger, dayLimitUsd: null, clock }),
    promptLimit: 600,
    readStrikes: createReadStrikes({
      requests: store.requests,
      thresholds: { slowAt: 6, blockAt: 12, slowSeconds: 3600 },
      clock,
    }),
    asksBack: (platform) => platform !== 'x',
    clock,
    newId: randomUUID,
    cookieSecret: 'a secret of at least thirty-two characters',
    logger: pino({ level: 'trace' }, logSink),
    publicUrl: null,
    staticDirectory,
    ...changes,
    rateLimits: { ...NO_LIMITS, ...changes.rateLimits },
  });
  const url = await server.listen('127.0.0.1', 0);

  async function signIn(curator = 'Noor', role: CuratorRole = 'operator') {
    const token = randomUUID();
    await store.curators.keep({ name: curator, role, invitedBy: null, since: clock().toISOString() });
    await store.curators.addSignIn(hashToken(token), curator, '2999-01-01T00:00:00.000Z');
    const browser = createBrowser(url);
    const { status } = await browser.send<VisitorView>('POST', '/api/desk/session', { token });
    if (status !== 200) throw new Error(`Signing in answered ${status}`);
    return browser;
  }

  /** A request that the events have happened to. */
  async function ask(asked: Partial<Asked> = {}, ...events: (EventKind | RequestEvent)[]): Promise<PromptRequest> {
    const id = randomUUID();
    const post = { platform: 'room', channel: 'room', id: `post-${id}` };
    const first: Change = receive(anAsked({ id, post, ...asked }), clock().toISOString());
    await store.requests.create([[first]]);
    for (const each of events) await happen(id, each);
    return found(id);
  }

  async function happen(id: string, each: EventKind | RequestEvent): Promise<void> {
    const event = typeof each === 'string' ? EVENTS[each] : each;
    const decision = await advance({ requests: store.requests, clock }, id, event);
    if (!decision.applies) throw new Error(`${event.kind} does not apply: ${decision.why} in ${decision.state}`);
  }

  async function found(id: string): Promise<PromptRequest> {
    const request = await store.requests.find(id);
    if (!request) throw new Error(`There is no request ${id}`);
    return request;
  }

  const keep = (text: string, type: string) => files.putStream(Readable.from([Buffer.from(text)]), type, 1_000_000);

  /** A clip of files that are really there. */
  async function keepClip(): Promise<Clip> {
    const master = await keep('0123456789'.repeat(10), 'video/mp4');
    const [poster, contactSheet] = await Promise.all([keep('poster', 'image/webp'), keep('sheet', 'image/webp')]);
    return { ...aClip(), master, renditions: { room: master }, poster, contactSheet };
  }

  /** What the room's bot does with a post, in short. */
  async function askBy(thread: ThreadView, ...events: (EventKind | RequestEvent)[]): Promise<PromptRequest> {
    const post = await store.roomPosts.find(thread.post.id);
    if (!post) throw new Error('There is no such post');
    return ask(
      {
        requester: post.author,
        post: { platform: 'room', channel: 'room', id: post.id },
        picture: post.picture,
        prompt: post.text.replace('@opencall', '').trim(),
        locale: post.locale satisfies Locale,
      },
      ...events,
    );
  }

  return {
    ...{ url, store, files, log, server, signIn, ask, askBy, happen, found, keep, keepClip },
    browser: () => createBrowser(url),
    async close() {
      await server.close();
      if (!beside) await store.close();
      await rm(directory, { recursive: true });
    },
  };
}

export interface TestWeb {
  url: string;
  store: Store;
  files: FileStore;
  /** Lines as they were logged. */
  log: string[];
  server: WebServer;
  browser(): TestBrowser;
  /** Whoever signed in before keeps the role they had. */
  signIn(curator?: string, role?: CuratorRole): Promise<TestBrowser>;
  ask(asked?: Partial<Asked>, ...events: (EventKind | RequestEvent)[]): Promise<PromptRequest>;
  askBy(thread: ThreadView, ...events: (EventKind | RequestEvent)[]): Promise<PromptRequest>;
  happen(id: string, event: EventKind | RequestEvent): Promise<void>;
  found(id: string): Promise<PromptRequest>;
  keep(text: string, type: string): Promise<StoredFile>;
  keepClip(): Promise<Clip>;
  close(): Promise<void>;
}

/** From the asking to the delivered clip. */
export function deliveredWith(clip: Clip): (EventKind | RequestEvent)[] {
  return [
    ...(['prompt-screened', 'approved', 'generation-started', 'shot-intended', 'shot-started'] as const),
    ...(['shot-rendered', 'shot-downloaded'] as const),
    { kind: 'clip-finished', clip },
    ...(['clip-screened', 'reply-posted'] as const),
  ];
}
