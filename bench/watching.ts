import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { json } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import type { ThreadView } from '../src/web/api/contract.ts';
import type { Figure } from './figure.ts';
import { inFolder } from './support/databases.ts';
import { load, percentile } from './support/processor-time.ts';
import { residentMegabytes, startApp } from './support/running-app.ts';
import { openWatchingPage, type WatchingPage } from './support/watching-page.ts';

const WATCHING = 1000;
const PER_ADDRESS = 50;
const POSTS = 30;
const SETTLE_MS = 15_000;
const TARGET_MS = 1000;
const HEARD_WITHIN_MS = 30_000;

/** A thousand visitors follow the room while somebody writes in it: when each has heard of it, and what that holds. */
export async function figures(): Promise<Figure[]> {
  return inFolder(async (directory) => {
    const app = await startApp(directory);
    const pages: WatchingPage[] = [];
    try {
      const memory = () => residentMegabytes(app.child.pid ?? 0);
      await delay(SETTLE_MS);
      const before = memory();
      for (let page = 0; page < WATCHING; page += 1) pages.push(await openWatchingPage(app.url, addressOf(page)));
      await delay(SETTLE_MS);
      const after = memory();
      const delays: number[] = [];
      for (let post = 0; post < POSTS; post += 1) {
        const { id, at } = await write(app.url, addressOf(post * PER_ADDRESS), `hello ${post}`);
        delays.push(...(await Promise.all(pages.map((page) => untilHeard(page, id)))).map((heard) => heard - at));
      }
      const value = percentile(delays, 99);
      const latency: Figure = {
        ...{ name: 'watching-latency', value, unit: 'ms', limit: TARGET_MS, ratio: value / TARGET_MS },
        target: 'p99 ≤ 1 s',
        note: `from the sending of a post in the room to the hearing of it on each of ${WATCHING} open pages, ${POSTS} posts; p50 ${percentile(delays, 50).toFixed(0)} ms; PGlite, ${load()}`,
      };
      if (before === null || after === null) return [latency];
      const each = ((after - before) * 1000) / WATCHING;
      const note = `resident memory of the app's process with ${WATCHING} pages open; ${Math.round(before)} MB before, ${each.toFixed(0)} kB a page`;
      return [
        latency,
        { name: 'watching-memory', value: after, unit: 'MB', limit: before, ratio: after / before, target: null, note },
      ];
    } finally {
      for (const page of pages) page.leave();
      await app.stop();
    }
  });
}

/** Loopback has a whole network of addresses; those that listen elsewhere are asked from them too. */
function addressOf(page: number): string {
  return `127.0.1.${1 + (Math.floor(page / PER_ADDRESS) % 250)}`;
}

/** Writes in the room, and says when that began. */
async function write(url: URL, from: string, text: string): Promise<{ id: string; at: number }> {
  const form = new FormData();
  form.set('text', text);
  form.set('locale', 'en');
  const { headers, body } = await written(form);
  const asking = request(new URL('/api/room/posts', url), {
    ...{ method: 'POST', localAddress: from, agent: false },
    headers: { ...headers, 'x-open-call': '1', origin: url.origin },
  });
  const at = performance.now();
  asking.end(body);
  const [answer] = (await once(asking, 'response')) as [IncomingMessage];
  const thread = (await json(answer)) as ThreadView;
  if ((answer.statusCode ?? 0) >= 300) throw new Error(`/api/room/posts answered ${answer.statusCode}`);
  return { id: thread.post.id, at };
}

async function written(form: FormData): Promise<{ headers: Record<string, string>; body: Buffer }> {
  const sent = new Response(form);
  const body = Buffer.from(await sent.arrayBuffer());
  return {
    body,
    headers: { 'content-type': sent.headers.get('content-type') ?? '', 'content-length': `${body.length}` },
  };
}

async function untilHeard({ heard }: WatchingPage, id: string): Promise<number> {
  const until = performance.now() + HEARD_WITHIN_MS;
  for (;;) {
    const at = heard.get(id);
    if (at !== undefined) return at;
    if (performance.now() > until) throw new Error('A page never heard of a post');
    await delay(20);
  }
}
