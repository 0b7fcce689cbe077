import type { Screening } from '../src/moderation/screening/screening.ts';

/** What reads prompts, by name. Read from the disk only where it is asked for, so that its start can be measured. */
const SCREENINGS: Record<string, () => Promise<Screening>> = {
  rules: async () => {
    const { createRulesScreening } = await import('../src/moderation/screening/rules/rules-screening.ts');
    return createRulesScreening();
  },
  'openai-moderation': async () => networked('openai-moderation'),
  'policy-judge': async () => networked('policy-judge'),
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

/** Opens the screenings that are named. Throws where one is unknown. */
export async function openTextScreenings(names: readonly string[]): Promise<Screening[]> {
  const unknown = names.filter((name) => !Object.hasOwn(SCREENINGS, name));
  if (unknown.length > 0) {
    throw new Error(`There is no adapter ${unknown.join(', ')}; there are ${Object.keys(SCREENINGS).join(', ')}`);
  }
  return Promise.all(names.map(async (name) => (await SCREENINGS[name]?.()) as Screening));
}
