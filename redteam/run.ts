import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readCommandLine } from '../src/app/read-command-line.ts';
import { refuse } from '../src/app/refuse.ts';
import { ATTACKS, type Attack } from './attacks.ts';
import { htmlReport, type NamedMeasurement } from './html-report.ts';
import { type Measurement, measure } from './measure.ts';
import { readSet } from './read-set.ts';
import { textReport } from './text-report.ts';
import { openTextScreenings } from './text-screenings.ts';

const USAGE = `npm run redteam -- --set FILE [--set FILE …]

  --set FILE          JSONL or CSV with text, label and class; or .txt, one harmless prompt a line
  --adapters LIST     what screens, by commas: rules (default), openai-moderation, policy-judge, learned
  --learn FILE        a set that \`learned\` learns from before it is measured on others; as often as wanted
  --calibrate FILE    harmless prompts of a source of their own that set its threshold
  --attack LIST       disguises each text first, one after another: ${Object.keys(ATTACKS).join(', ')}
  --report DIR        writes an HTML report there, and the figures to compare the next run with
  --json              one JSON object instead of text
  --show              prints the rows that came out wrong; sets are offensive by design`;

const { values } = readCommandLine(USAGE, {
  options: {
    set: { type: 'string', multiple: true },
    adapters: { type: 'string', default: 'rules' },
    learn: { type: 'string', multiple: true, default: [] },
    calibrate: { type: 'string', multiple: true, default: [] },
    attack: { type: 'string' },
    report: { type: 'string' },
    json: { type: 'boolean', default: false },
    show: { type: 'boolean', default: false },
  },
});

function attacksNamed(list: string | undefined): Attack[] {
  const names = list?.split(',') ?? [];
  const unknown = names.filter((name) => !Object.hasOwn(ATTACKS, name));
  if (unknown.length > 0) refuse([`There is no attack ${unknown.join(', ')}.`, '', USAGE]);
  return names as Attack[];
}

async function lastFigures(): Promise<Record<string, Measurement>> {
  if (!values.report) return {};
  return JSON.parse(await readFile(join(values.report, 'figures.json'), 'utf8').catch(() => '{}'));
}

const sets = values.set ?? refuse([USAGE]);
const attacks = attacksNamed(values.attack);
const memoryBefore = process.memoryUsage.rss();
const before = performance.now();
const screenings = await openTextScreenings(values.adapters.split(','), values).catch((error: Error) =>
  refuse([error.message]),
);
// The rules are read with the first prompt: that is their start too.
for (const each of screenings.filter(({ immediate }) => immediate)) {
  await each.screenPrompt({ prompt: 'a paper boat', style: null, picture: null, locale: 'en' });
}
const startMs = Math.round(performance.now() - before);
const memoryBytes = process.memoryUsage.rss() - memoryBefore;
const last = await lastFigures();
const measured: NamedMeasurement[] = [];
for (const path of sets) {
  const { rows } = await readSet(path).catch((error: Error) => refuse([`${path}: ${error.message}`]));
  const disguised = rows.map((row) => ({
    ...row,
    text: attacks.reduce((text, name) => ATTACKS[name](text), row.text),
  }));
  const { measurement, judged } = await measure(disguised, screenings, { timed: true });
  const name = [basename(path), ...attacks].join(' + ');
  measured.push({ name, measurement, last: last[name] ?? null });
  if (!values.json) console.log(`${textReport(name, measurement, last[name] ?? null)}\n`);
  if (values.show) {
    const wrong = judged.filter(({ row, outcome }) => row.harmful === (outcome === 'allow'));
    for (const { row, outcome } of wrong) console.error(`${outcome}\t${row.class}\t${row.text}`);
  }
}
const figures = Object.fromEntries(measured.map(({ name, measurement }) => [name, measurement]));
if (values.json) {
  // Of one set its figures stand at the top, so that a script need not know its name.
  const [only] = measured.length === 1 ? measured : [];
  const run = { adapters: values.adapters.split(','), attacks, startMs, memoryBytes };
  console.log(JSON.stringify({ ...run, ...only?.measurement, sets: figures }));
} else console.log(`start-up ${startMs} ms, ${Math.round(memoryBytes / 1e6)} MB`);
if (values.report) {
  await mkdir(values.report, { recursive: true });
  await writeFile(join(values.report, 'index.html'), htmlReport(measured));
  await writeFile(join(values.report, 'figures.json'), JSON.stringify({ ...last, ...figures }));
}
