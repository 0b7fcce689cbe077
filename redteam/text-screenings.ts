import type { Screening } from '../src/moderation/screening/screening.ts';
import { readSet } from './read-set.ts';

/** Sets that the adapter `learned` learns from, and those of harmless prompts that its threshold is set with. */
export interface Lessons {
  learn: readonly string[];
  calibrate: readonly string[];
}

/** What reads prompts, by name. Read from the disk only where it is asked for, so that its start can be measured. */
const SCREENINGS: Record<string, (lessons: Lessons) => Promise<Screening>> = {
  rules: async () => {
    const { createRulesScreening } = await import('../src/moderation/screening/rules/rules-screening.ts');
    return createRulesScreening();
  },
  'openai-moderation': async () => networked('openai-moderation'),
  'policy-judge': async () => networked('policy-judge'),
  learned,
};

/** As the settings name it, with the key that they hold. Texts of the set leave this machine. */
async function networked(id: 'openai-moderation' | 'policy-judge'): Promise<Screening> {
  const { readConfig } = await import('../src/app/config.ts');
  const { networkScreenings } = await import('../src/app/configured-screening.ts');
  const read = readConfig();
  if (!read.ok) throw new Error(read.errors.join('\n'));
  const noFiles = async () => Promise.reject(new Error('sets have no pictures'));
  const screenings = await networkScreenings(read.config, noFiles);
  const screening = screenings.find((each) => each.id.startsWith(`${id}@`));
  if (!screening) throw new Error(`${id} is not configured: see docs/configuration.md`);
  return screening;
}

async function learned({ learn, calibrate }: Lessons): Promise<Screening> {
  if (learn.length === 0 || calibrate.length === 0) throw new Error('learned needs --learn and --calibrate');
  const { createLearnedScreening } = await import('./learning/learned-screening.ts');
  const rowsOf = async (paths: readonly string[]) =>
    (await Promise.all(paths.map(readSet))).flatMap(({ rows }) => rows);
  return createLearnedScreening(await rowsOf(learn), await rowsOf(calibrate));
}

/** Opens the screenings that are named. Throws where one is unknown. */
export async function openTextScreenings(names: readonly string[], lessons: Lessons): Promise<Screening[]> {
  const unknown = names.filter((name) => !Object.hasOwn(SCREENINGS, name));
  if (unknown.length > 0) {
    throw new Error(`There is no adapter ${unknown.join(', ')}; there are ${Object.keys(SCREENINGS).join(', ')}`);
  }
  return Promise.all(names.map(async (name) => (await SCREENINGS[name]?.(lessons)) as Screening));
}
