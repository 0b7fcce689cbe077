import { parseArgs } from 'node:util';
import { DEFAULT_READING_LIMITS, readRequest } from '../../bots/reading/index.ts';
import { sayProblems } from '../../wording/index.ts';

export interface CallArguments {
  prompts: string;
  out: string;
  approve: 'all' | 'allowed';
  /** Options for lines that have none of their own, as a person would write them. */
  options: string;
  json: boolean;
  /** Storyboards of all prompts instead of the clips, beside them. */
  preview: boolean;
  /** Null: the configured one. */
  engine: string | null;
}

const PASSED_ON = ['ar', 'seconds', 'resolution', 'style', 'seed', 'sound'] as const;
const WITH_VALUE: readonly string[] = ['prompts', 'out', 'approve', 'engine', ...PASSED_ON];

export const USAGE = `Makes clips of a file of prompts, one a line:

  npm run call -- --prompts FILE --out DIR [--approve all|allowed] [--engine …] [--preview] [--json]
                  [--ar 9:16] [--seconds 6] [--resolution 720] [--style …] [--seed …] [--sound none|ambience|narration]

  --approve all      approves whatever screening did not refuse
  --approve allowed  approves only what screening found nothing in (this is what happens without it)
  --engine NAME      makes them with this engine instead of the configured one
  --preview          draws the free storyboard of each prompt into DIR/previews, and makes none of the clips
  --json             prints the summary as one JSON object

Lines may carry options of their own. Run again with the same DIR, it goes on where it was.`;

/** Reads the command line; all that is wrong is told at once. */
export function readArguments(
  args: readonly string[],
): { ok: true; value: CallArguments } | { ok: false; errors: string[] } {
  const { values, errors } = readOptions(args);
  const { prompts, out, approve = 'allowed' } = values;
  const options = PASSED_ON.flatMap((name) => (values[name] === undefined ? [] : [`--${name} ${quote(values[name])}`]));
  if (!prompts && !mentions(errors, 'prompts')) errors.push('--prompts: names the file of prompts');
  if (!out && !mentions(errors, 'out')) errors.push('--out: names the folder for the clips');
  if (approve !== 'all' && approve !== 'allowed') errors.push('--approve: must be all or allowed');
  errors.push(...problemsWith(options.join(' ')));
  if (errors.length > 0 || !prompts || !out) return { ok: false, errors };
  return {
    ok: true,
    value: {
      prompts,
      out,
      approve: approve === 'all' ? 'all' : 'allowed',
      json: values.json !== undefined,
      preview: values.preview !== undefined,
      engine: values.engine ?? null,
      options: options.join(' '),
    },
  };
}

/** Node's own strict reading stops at the first mistake. */
function readOptions(args: readonly string[]): { values: Record<string, string | undefined>; errors: string[] } {
  const values: Record<string, string> = {};
  const errors: string[] = [];
  const known = Object.fromEntries(WITH_VALUE.map((name) => [name, { type: 'string' as const }]));
  const { tokens } = parseArgs({
    args: [...args],
    options: { ...known, json: { type: 'boolean' }, preview: { type: 'boolean' } },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'positional') errors.push(`${token.value}: belongs to no option`);
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    const isSwitch = name === 'json' || name === 'preview';
    if (isSwitch && value === undefined) values[name] = '';
    else if (isSwitch) errors.push(`--${name}: takes no value`);
    else if (!WITH_VALUE.includes(name)) errors.push(`${rawName}: there is no such option`);
    else if (value === undefined || value === '' || value.startsWith('--')) errors.push(`--${name}: needs a value`);
    else values[name] = value;
  }
  return { values, errors };
}

function mentions(errors: readonly string[], name: string): boolean {
  return errors.some((error) => error.startsWith(`--${name}: `));
}

/** What a line with these options could not be read for would be told for each line; once is enough. */
function problemsWith(options: string): string[] {
  const reading = readRequest(`x ${options}`, { limits: DEFAULT_READING_LIMITS });
  return reading.outcome === 'problems' ? [sayProblems('en', reading.problems)] : [];
}

function quote(value: string): string {
  return /\s/.test(value) ? `"${value.replaceAll('"', '')}"` : value;
}
