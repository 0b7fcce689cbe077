import { readConfig } from './config.ts';
import { doctorLines } from './doctor/doctor-lines.ts';
import { examine } from './doctor/examine.ts';
import { readCommandLine } from './read-command-line.ts';
import { refuse } from './refuse.ts';

const USAGE = 'npm run opencall -- doctor [--json]';

/** `opencall doctor`: answers with the exit code, 0 where nothing is failing. */
export async function runDoctor(commandArguments: readonly string[]): Promise<number> {
  const options = { json: { type: 'boolean' } } as const;
  const { json } = readCommandLine(USAGE, { args: [...commandArguments], options }).values;
  const read = readConfig();
  if (!read.ok) {
    refuse(['Open Call cannot start with this configuration:', ...read.errors.map((error) => `  - ${error}`)]);
  }
  const examination = await examine(read.config);
  const healthy = examination.findings.every(({ outcome }) => outcome !== 'failing');
  if (json) console.log(JSON.stringify({ healthy, ...examination }, null, 2));
  else for (const line of doctorLines(examination)) console.log(line);
  return healthy ? 0 : 1;
}
