import type { TestBrowser } from './browser.ts';

export interface HeardEvent {
  event: string;
  data: Record<string, unknown>;
}

/** Follows the server's events as `EventSource` does (WHATWG HTML, 9.2.6). */
export async function followEvents(browser: TestBrowser, lastEventId?: string) {
  const hangUp = new AbortController();
  const response = await browser.ask('GET', '/api/events', {
    signal: hangUp.signal,
    headers: lastEventId === undefined ? {} : { 'last-event-id': lastEventId },
  });
  const heard: HeardEvent[] = [];
  const state = { id: lastEventId ?? '', comments: 0, ended: false };
  const listening = listen();

  async function listen(): Promise<void> {
    let text = '';
    try {
      for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
        text += new TextDecoder().decode(chunk);
        const blocks = text.split('\n\n');
        text = blocks.pop() ?? '';
        for (const block of blocks) hear(block);
      }
    } catch {
      // Hung up, by either side.
    }
    state.ended = true;
  }

  function hear(block: string): void {
    const fields = block.split('\n').map((line) => line.split(/:\s?(.*)/s));
    const field = (name: string) => fields.find(([key]) => key === name)?.[1];
    state.id = field('id') ?? state.id;
    if (block.startsWith(':')) state.comments += 1;
    const data = field('data');
    if (data !== undefined) heard.push({ event: field('event') ?? 'message', data: JSON.parse(data) });
  }

  return {
    response,
    heard,
    state,
    of: (id: string) => heard.filter(({ data }) => data.id === id),
    async hangUp() {
      hangUp.abort();
      await listening;
    },
  };
}
