import type { FeedCursor, HistoryEntry } from '../../requests/index.ts';

/** How far a page has heard, in both feeds. */
export interface EventCursor {
  history: FeedCursor;
  room: FeedCursor;
}

/** What is told of a page of the feeds: each request once, as it is after the page, and each thread once. */
export interface News {
  requests: readonly Pick<HistoryEntry, 'requestId' | 'to' | 'version'>[];
  threads: readonly string[];
}

/** A comment that keeps proxies from hanging up. */
export const HEARTBEAT = ': still here\n\n';

/** Too much was missed to tell it one by one. */
export const RESET = 'event: reset\ndata: {}\n\n';

/**
 * Server-sent events (WHATWG HTML, 9.2). The cursor stands on the last event of a page only: whoever breaks off in the
 * middle hears the page again rather than miss its rest. A block without data moves the cursor and tells nothing.
 */
export function formatEvents({ requests, threads }: News, id: string): string {
  const blocks = [
    ...requests.map(({ requestId, to, version }) => block('request', { id: requestId, state: to, version })),
    ...threads.map((thread) => block('thread', { id: thread })),
  ];
  const last = blocks.pop() ?? '';
  return `${blocks.map((each) => `${each}\n`).join('')}id: ${id}\n${last}\n`;
}

function block(event: string, data: object): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n`;
}

export function encodeCursor({ history, room }: EventCursor): string {
  return Buffer.from(JSON.stringify([history, room])).toString('base64url');
}

export function decodeCursor(text: string): EventCursor | null {
  try {
    const [history, room] = JSON.parse(Buffer.from(text, 'base64url').toString());
    return typeof history === 'string' && typeof room === 'string' ? { history, room } : null;
  } catch {
    return null;
  }
}
