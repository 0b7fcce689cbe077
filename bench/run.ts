import { readdir } from 'node:fs/promises';
import { readCommandLine } from '../src/app/read-command-line.ts';
import { refuse } from '../src/app/refuse.ts';
import type { Figure, Figures } from './figure.ts';

const USAGE = `npm run bench -- [--json] [NAME …]

Measures everything, or the modules of bench/ that are named.

  --json   one JSON object a figure`;
const NOT_MEASURED = ['run', 'figure'];
const { values, positionals } = readCommandLine(USAGE, {
  options: { json: { type: 'boolean' } },
  allowPositionals: true,
});

async function modules(): Promise<string[]> {
  const files = await readdir(import.meta.dirname);
  const names = files.filter((file) => file.endsWith('.ts')).map((file) => file.slice(0, -'.ts'.length));
  const all = names.filter((name) => !NOT_MEASURED.includes(name)).sort();
  const unknown = positionals.filter((name) => !all.includes(name));
  if (unknown.length > 0) refuse([`There is no ${unknown.join(', ')} in bench/; there are ${all.join(', ')}.`]);
  return positionals.length > 0 ? positionals : all;
}

function asJson({ name, value, limit, ratio }: Figure): string {
  return JSON.stringify({ name, value, limit, ratio });
}

const short = (value: number) =>
  Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);

function asText({ name, value, unit, limit, ratio, target, note }: Figure): string {
  const compared = limit === null ? '' : ` of ${short(limit)}`;
  const share = ratio === null ? '' : ` = ${ratio.toFixed(2)}`;
  const wanted = target === null ? '' : ` (${target})`;
  return `${name.padEnd(28)} ${short(value)}${compared} ${unit}${share}${wanted}\n${' '.repeat(29)}${note}`;
}

let failed = false;
for (const name of await modules()) {
  try {
    // One at a time: they would take the machine from one another.
    const { figures } = (await import(`./${name}.ts`)) as { figures: Figures };
    for (const figure of await figures()) console.log(values.json ? asJson(figure) : asText(figure));
  } catch (error) {
    failed = true;
    console.error(`bench/${name}.ts failed:`, error);
  }
}
process.exitCode = failed ? 1 : 0;
