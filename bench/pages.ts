import { pino } from 'pino';
import type { PromptRequest } from '../src/requests/index.ts';
import { deliveredWith, openTestWeb, type TestWeb } from '../tests/unit/web/open-test-web.ts';
import type { Figure } from './figure.ts';
import { createProcessorClock, load, median } from './support/processor-time.ts';

const THREADS = 120;
const READS = 40;
const WARM_UP = 15;
const MEMBERS = 40;
const THINGS = [
  'a paper boat',
  'two foxes',
  'a lighthouse keeper',
  'a red balloon',
  'an owl with a lantern',
  'nine bees',
  'a tram',
];
const DEEDS = ['dances with', 'runs away from', 'sings for', 'follows', 'dreams of', 'paints'];
const PLACES = ['in the rain', 'at dawn', 'on a frozen lake', 'above the clouds', 'in an old library'];

/** How long a page's data takes over real HTTP on PGlite, with a hundred threads in all states. */
export async function figures(): Promise<Figure[]> {
  const web = await openTestWeb({ logger: pino({ level: 'silent' }) });
  try {
    await fill(web);
    const browser = await web.signIn();
    const figures: Figure[] = [];
    for (const [name, path] of [
      ['read-threads', '/api/room/threads'],
      ['read-results', '/api/results'],
      ['read-desk', '/api/desk'],
    ] as const) {
      figures.push(await measure(name, path, () => browser.send('GET', path)));
    }
    return figures;
  } finally {
    await web.close();
  }
}

async function measure(name: string, path: string, read: () => Promise<{ status: number }>): Promise<Figure> {
  for (let count = 0; count < WARM_UP; count += 1) await read();
  const times: number[] = [];
  const processorMs = createProcessorClock();
  for (let count = 0; count < READS; count += 1) {
    const started = performance.now();
    const { status } = await read();
    if (status !== 200) throw new Error(`${path} answered ${status}`);
    times.push(performance.now() - started);
  }
  const each = processorMs() / READS;
  const note = `${path}, one after the other, median of ${READS}, ${THREADS} threads, PGlite, ${each.toFixed(1)} ms of processor each with reader, ${load()}`;
  return { name, value: median(times), unit: 'ms', limit: null, ratio: null, target: null, note };
}

/** A third waits, a third is approved or failed, a third is delivered. */
async function fill({ store, ask, keepClip }: TestWeb): Promise<void> {
  const clip = await keepClip();
  for (let number = 0; number < THREADS; number += 1) {
    const author = { platform: 'room', id: `member-${number % MEMBERS}`, name: 'Salma' };
    const prompt = [THINGS, DEEDS, THINGS.toReversed(), PLACES].map((words) => words[number % words.length]).join(' ');
    const post = await store.roomPosts.add({
      ...{ author, kind: 'post', text: `@opencall ${prompt}`, locale: 'en', picture: null, video: null },
      ...{ inReplyTo: null, requestId: null, key: null, postedAt: new Date().toISOString() },
    });
    const asked = { requester: author, post: { platform: 'room', channel: 'room', id: post.id }, prompt };
    const request = await ask(asked, ...eventsOf(number, clip));
    await answer(store, post.id, request);
  }
}

function eventsOf(number: number, clip: Parameters<typeof deliveredWith>[0]) {
  if (number % 3 === 0) return ['prompt-screened'] as const;
  return number % 3 === 1 ? (['prompt-screened', 'approved'] as const) : deliveredWith(clip);
}

async function answer({ roomPosts }: TestWeb['store'], inReplyTo: string, request: PromptRequest): Promise<void> {
  await roomPosts.add({
    author: { platform: 'room', id: 'opencall', name: 'Open Call' },
    ...{ kind: 'status', text: 'It waits for its turn', locale: 'en', picture: null, video: null },
    ...{ inReplyTo, requestId: request.id, key: `status-${request.id}`.slice(0, 25) },
    postedAt: new Date().toISOString(),
  });
}
