import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';

/** A page that follows what happens, without a browser around it. */
export interface WatchingPage {
  /** When each thread was heard of first, by its id; as `performance.now()` has it. */
  heard: ReadonlyMap<string, number>;
  leave(): void;
}

/** `from`: an address of this machine's own, since so many pages of one address are let in. */
export async function openWatchingPage(url: URL, from: string): Promise<WatchingPage> {
  const asking = request(new URL('/api/events', url), { localAddress: from, agent: false });
  asking.end();
  const [answer] = (await once(asking, 'response')) as [IncomingMessage];
  if (answer.statusCode !== 200) throw new Error(`/api/events answered ${answer.statusCode}`);
  const heard = new Map<string, number>();
  let left = '';
  answer.setEncoding('utf8').on('data', (text: string) => {
    const lines = (left + text).split('\n');
    left = lines.pop() ?? '';
    const now = performance.now();
    for (const line of lines) {
      const id = /^data: .*"id":"([^"]+)"/.exec(line)?.[1];
      if (id !== undefined && !heard.has(id)) heard.set(id, now);
    }
  });
  // Its own end breaks it off.
  answer.on('error', () => {});
  return { heard, leave: () => answer.destroy() };
}
