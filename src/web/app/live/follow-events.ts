import type { createRefresh } from './refresh.ts';

export type Connection = 'live' | 'reconnecting';

/** First wait before a stream that was given up is opened again, and the longest, in milliseconds. */
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 30_000;

/**
 * Follows the feed. A stream that breaks is taken up again by the browser itself, from the event it had last
 * (`Last-Event-ID`). One that the browser gives up, or that was closed while the page lay hidden (a browser keeps only
 * six connections to a place for all its tabs together), is opened anew and everything is read again.
 */
export function followEvents(
  refresh: ReturnType<typeof createRefresh>,
  onChange: (connection: Connection) => void,
): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = FIRST_WAIT_MS;
  let opened = 0;

  function open() {
    clearTimeout(timer);
    if (source || document.hidden) return;
    const stream = new EventSource('/api/events');
    source = stream;
    let isFirst = true;
    stream.addEventListener('open', () => {
      wait = FIRST_WAIT_MS;
      onChange('live');
      if (isFirst && opened > 0) refresh.everything();
      isFirst = false;
      opened += 1;
    });
    stream.addEventListener('error', () => {
      onChange('reconnecting');
      if (stream.readyState !== EventSource.CLOSED) return;
      source = null;
      timer = setTimeout(open, wait);
      wait = Math.min(LONGEST_WAIT_MS, wait * 2);
    });
    stream.addEventListener('request', ({ data }) => refresh.request(JSON.parse(data)));
    stream.addEventListener('thread', ({ data }) => refresh.thread(JSON.parse(data).id));
    stream.addEventListener('reset', () => refresh.everything());
    stream.addEventListener('desk', () => refresh.desk());
  }

  function onVisibility() {
    if (!document.hidden) return open();
    source?.close();
    source = null;
  }

  document.addEventListener('visibilitychange', onVisibility);
  open();
  return () => {
    document.removeEventListener('visibilitychange', onVisibility);
    clearTimeout(timer);
    source?.close();
    source = null;
  };
}
