import type { Screening } from '../src/moderation/screening/screening.ts';

/** What reads prompts, by name. Read from the disk only where it is asked for, so that its start can be measured. */
const SCREENINGS: Record<string, () => Promise<Screening>> = {
  rules: async () => {
    const { createRulesScreening } = await import('../src/moderation/screening/rules/rules-screening.ts');
    return createRulesScreening();
  },
};

/** Opens the screenings that are named. Throws where one is unknown. */
export async function openTextScreenings(names: readonly string[]): Promise<Screening[]> {
  const unknown = names.filter((name) => !Object.hasOwn(SCREENINGS, name));
  if (unknown.length > 0) {
    throw new Error(`There is no adapter ${unknown.join(', ')}; there are ${Object.keys(SCREENINGS).join(', ')}`);
  }
  return Promise.all(names.map(async (name) => (await SCREENINGS[name]?.()) as Screening));
}
