import { parseArgs } from 'node:util';

export interface CallArguments {
  prompts: string;
  out: string;
  approve: 'all' | 'allowed';
  /** Options for lines that have none of their own, as a person would write them. */
  options: string;
  json: boolean;
}

const PASSED_ON = ['ar', 'seconds', 'resolution', 'style', 'seed', 'sound'] as const;

export const USAGE = `Makes clips of a file of prompts, one a line:

  npm run call -- --prompts FILE --out DIR [--approve all|allowed] [--json]
                  [--ar 9:16] [--seconds 6] [--resolution 720] [--style …] [--seed …] [--sound none|ambience]

  --approve all      approves whatever screening did not refuse
  --approve allowed  approves only what screening found nothing in (this is what happens without it)
  --json             prints the summary as one JSON object

Lines may carry options of their own. Run again with the same DIR, it goes on where it was.`;

/** Reads the command line; all that is wrong is told at once. */
export function readArguments(
  args: readonly string[],
): { ok: true; value: CallArguments } | { ok: false; errors: string[] } {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        prompts: text,
        out: text,
        approve: text,
        json: { type: 'boolean' },
        ar: text,
        seconds: text,
        resolution: text,
        style: text,
        seed: text,
        sound: text,
      },
    });
    const { prompts, out, approve = 'allowed', json = false } = values;
    const errors = [
      ...(prompts ? [] : ['--prompts: names the file of prompts']),
      ...(out ? [] : ['--out: names the folder for the clips']),
      ...(approve === 'all' || approve === 'allowed' ? [] : ['--approve: must be all or allowed']),
    ];
    if (!prompts || !out || (approve !== 'all' && approve !== 'allowed')) return { ok: false, errors };
    const options = PASSED_ON.flatMap((name) =>
      values[name] === undefined ? [] : [`--${name} ${quote(values[name])}`],
    );
    return { ok: true, value: { prompts, out, approve, json, options: options.join(' ') } };
  } catch (error) {
    return { ok: false, errors: [(error as Error).message] };
  }
}

function quote(value: string): string {
  return /\s/.test(value) ? `"${value.replaceAll('"', '')}"` : value;
}
