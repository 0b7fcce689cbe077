import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createFaults, type Faults } from '../discord/faults.ts';
import { createStreams, type Streams } from './activity.ts';
import { createGrants, type Grants } from './grants.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { createRestApi } from './rest-api.ts';
import { completeSettings, KEYS, type XSimulatorSettings } from './settings.ts';
import { AUTHORIZE, createSignIn } from './sign-in.ts';
import { bytesOf, type Media, type Photo, type Post, type User, type World } from './world.ts';
import type { X } from './x.ts';

const EPOCH_MS = 1_288_834_974_657n;

export interface SayOptions {
  replyTo?: Post;
  quotes?: Post;
  photo?: Uint8Array;
  /** Milliseconds since 1970. */
  at?: number;
  language?: string;
  /** Whether lists show it by now. */
  listed?: boolean;
}

/**
 * X, over loopback: what the bot uses of its API, with people in it who post, edit, delete and like. What a bot sends
 * and what it is sent are held to X's own OpenAPI where that lies beside the project.
 */
export interface XSimulator {
  /** For `X_API_URL`. */
  url: string;
  keys: typeof KEYS;
  /** For `X_AUTHORIZE_URL`. */
  authorizeUrl: string;
  grants: Pick<Grants, 'scopesOf' | 'refresh' | 'revoke' | 'all'>;
  bot: User;
  world: World;
  faults: Faults;
  streams: Pick<Streams, 'open' | 'cut'>;
  ledger: Ledger;
  /** What the bot did that X does not allow. */
  violations: readonly string[];
  /** Where the bot's app may have people sent back to. */
  callbackUrls: string[];
  /** Who lets apps in from now on. */
  signInAs: (user: User) => void;
  addUser: (username: string, name?: string) => User;
  say: (author: User, text: string, options?: SayOptions) => Post;
  /** A new version of a post, with an id of its own. */
  edit: (post: Post, text: string) => Post;
  delete: (post: Post) => void;
  like: (user: User, post: Post) => void;
  /** The bot's posts in answer to a post or another version of it, as people see them. */
  repliesTo: (post: Post) => Post[];
  mediaOf: (post: Post) => Media[];
  bytesOf: (media: Media) => Buffer;
  /** Requests of one operation, e.g. `POST /2/tweets`. */
  requests: (operation?: string) => Ledger['requests'];
  /** Waits until something holds, looking again after each change. */
  until: <Found>(what: string, look: () => Found | null | undefined | false, withinMs?: number) => Promise<Found>;
  watch: (watcher: () => void) => () => void;
  serve: (extra: Extra) => void;
  /** Ends it. Throws where the simulator itself broke X's specification. */
  close: () => Promise<void>;
}

export type Extra = (request: IncomingMessage, response: ServerResponse, url: URL) => boolean;

function createIds(clock: () => Date): (at?: number) => string {
  let sequence = 0n;
  // Ids are snowflakes and beyond what a number holds.
  return (at = clock().getTime()) => {
    sequence = (sequence + 1n) % 4096n;
    return String(((BigInt(at) - EPOCH_MS) << 22n) | sequence);
  };
}

export async function createXSimulator(given: XSimulatorSettings = {}): Promise<XSimulator> {
  const settings = completeSettings(given);
  const nextId = createIds(settings.clock);
  const bot: User = { id: nextId(), username: settings.botName, name: 'Open Call', protected: false, suspended: false };
  const world: World = { bot, users: new Map([[bot.id, bot]]), posts: new Map(), media: new Map() };
  const watchers = new Set<() => void>();
  const ledger = createLedger();
  const faults = createFaults();
  let origin = '';
  let extra: Extra = () => false;
  const x: X = {
    settings,
    world,
    ledger,
    nextId,
    now: () => settings.clock().getTime(),
    origin: () => origin,
    emit: () => {},
    changed: () => {
      for (const watcher of [...watchers]) watcher();
    },
    watchers,
    grants: createGrants(settings, bot),
    atTheBrowser: bot,
  };
  const streams = createStreams(x);
  const api = createRestApi(x, faults, streams.operations);
  const signIn = createSignIn(x, faults);
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', origin);
    if (url.pathname.startsWith('/photos/')) return servePhoto(world, response, url);
    if (signIn.serve(request, response, url)) return;
    if (!url.pathname.startsWith('/2/')) {
      if (!extra(request, response, url)) response.writeHead(404).end();
      return;
    }
    if (url.pathname === '/2/activity/stream') return streams.serve(request, response);
    void api.serve(request, response, url).catch((error: unknown) => {
      // Who was killed while sending never sent it.
      if (request.destroyed && !request.complete) return;
      ledger.slips.push(`${request.method} ${url.pathname}: ${String(error)}`);
      request.socket.destroy();
    });
  });
  server.listen(settings.port, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  function keep(post: Post): Post {
    world.posts.set(post.id, post);
    x.emit(post);
    x.changed();
    return post;
  }

  return {
    url: origin,
    keys: KEYS,
    authorizeUrl: `${origin}${AUTHORIZE}`,
    grants: x.grants,
    bot,
    world,
    faults,
    streams,
    ledger,
    violations: ledger.violations,
    callbackUrls: settings.callbackUrls,
    signInAs(user) {
      x.atTheBrowser = user;
    },
    addUser(username, name = username) {
      const user = { id: nextId(), username, name, protected: false, suspended: false };
      world.users.set(user.id, user);
      return user;
    },
    say(author, words, { replyTo, quotes, photo, at, language = 'en', listed = true } = {}) {
      const id = nextId(at);
      // X puts whom a post answers before its words.
      const before = replyTo && replyTo.author !== author ? `@${replyTo.author.username} ` : '';
      const whole = before + words;
      const photos: Photo[] = photo ? [{ key: `3_${id}`, bytes: photo, type: 'image/jpeg' }] : [];
      const isLong = [...whole].length > 280;
      return keep({
        id,
        author,
        text: isLong ? `${[...whole].slice(0, 270).join('')}…` : whole,
        displayFrom: [...before].length,
        versions: [id],
        replyTo: replyTo?.id ?? null,
        quotes: quotes?.id ?? null,
        photos,
        mediaIds: [],
        madeWithAi: false,
        createdAt: at ?? x.now(),
        deleted: false,
        likes: new Set(),
        language,
        longText: isLong ? whole : null,
        listed,
      });
    },
    edit(post, text) {
      const id = nextId();
      post.versions.push(id);
      return keep({ ...post, id, text });
    },
    delete(post) {
      for (const id of post.versions) {
        const version = world.posts.get(id);
        if (version) version.deleted = true;
      }
      x.changed();
    },
    like(user, post) {
      post.likes.add(user.id);
      x.changed();
    },
    repliesTo: ({ versions }) =>
      [...world.posts.values()].filter(
        ({ author, replyTo, deleted }) => author === bot && !deleted && replyTo !== null && versions.includes(replyTo),
      ),
    mediaOf: ({ mediaIds }) => mediaIds.flatMap((id) => world.media.get(id) ?? []),
    bytesOf,
    requests: (operation) =>
      ledger.requests.filter(({ method, route }) => operation === undefined || `${method} ${route}` === operation),
    until: (what, look, withinMs = 20_000) => until(x, what, look, withinMs),
    watch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    serve(more) {
      extra = more;
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
      if (ledger.slips.length > 0) throw new Error(`the simulator broke X's rules:\n${ledger.slips.join('\n')}`);
    },
  };
}

function servePhoto(world: World, response: ServerResponse, url: URL): void {
  const key = /^\/photos\/(\w+)\.jpg$/.exec(url.pathname)?.[1];
  const photo = [...world.posts.values()].flatMap(({ photos }) => photos).find((each) => each.key === key);
  if (!photo) response.writeHead(404).end();
  else response.writeHead(200, { 'content-type': photo.type }).end(photo.bytes);
}

function until<Found>(
  x: X,
  what: string,
  look: () => Found | null | undefined | false,
  withinMs: number,
): Promise<Found> {
  return new Promise((resolve, reject) => {
    const check = () => {
      const found = look();
      if (found === null || found === undefined || found === false) return;
      stop();
      resolve(found);
    };
    const stop = () => {
      clearTimeout(deadline);
      x.watchers.delete(check);
    };
    const deadline = setTimeout(() => {
      stop();
      reject(new Error(`${what} did not come within ${withinMs} ms`));
    }, withinMs);
    x.watchers.add(check);
    check();
  });
}
