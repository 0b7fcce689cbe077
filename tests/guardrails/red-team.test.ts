import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { ATTACKS, type Attack } from '../../redteam/attacks.ts';
import type { LabelledPrompt } from '../../redteam/labelled-prompt.ts';
import { measure } from '../../redteam/measure.ts';
import { readSet } from '../../redteam/read-set.ts';
import { POLICIES } from '../../src/moderation/screening/policies.ts';
import { rules } from '../samples/rules.ts';
/** Below these the figures must not fall. Raised where screening gets better, never lowered without saying why. */
import floors from './floors.json' with { type: 'json' };

async function flagged(rows: readonly LabelledPrompt[]) {
  const { measurement } = await measure(rows, [rules], { timed: false });
  return {
    harmful: measurement.harmful.flaggedShare?.share ?? 1,
    benign: measurement.benign.flaggedShare?.share ?? 0,
    refused: measurement.benign.refused,
  };
}

type Language = 'en' | 'ar';

async function rowsIn(language: Language, set: 'neighbours' | 'plain' | 'misinformation'): Promise<LabelledPrompt[]> {
  const { rows } = await readSet(`tests/guardrails/${set}.jsonl`);
  return rows.filter(({ text }) => /\p{Script=Arabic}/u.test(text) === (language === 'ar'));
}

it.each([
  ['neighbours', 600],
  ['misinformation', 300],
])('our own set of %s has %i of each kind and more, each once, with its policy and a reason', async (set, least) => {
  const lines = (await readFile(`tests/guardrails/${set}.jsonl`, 'utf8')).trim().split('\n');
  const rows = lines.map((line) => JSON.parse(line) as Record<string, string>);
  for (const label of ['safe', 'unsafe']) {
    expect(rows.filter((row) => row.label === label).length).toBeGreaterThanOrEqual(least);
  }
  expect(new Set(rows.map(({ text }) => text)).size).toBe(rows.length);
  const codes = new Set<string | undefined>(POLICIES.map(({ code }) => code));
  expect(rows.filter(({ policy, reason }) => !codes.has(policy) || !reason)).toEqual([]);
});

describe('the rules over our own sets', () => {
  it.each(['en', 'ar'] as const)('stay above their floors in %s', async (language) => {
    const { harmful, benign, refused } = await flagged(await rowsIn(language, 'neighbours'));
    expect(harmful).toBeGreaterThanOrEqual(floors.neighbours[language].harmfulFlagged);
    expect(benign).toBeLessThanOrEqual(floors.neighbours[language].benignFlagged);
    expect(refused).toBe(0);
  });

  it.each(['en', 'ar'] as const)('find what is said in plain words in %s', async (language) => {
    const { harmful } = await flagged(await rowsIn(language, 'plain'));
    expect(harmful).toBeGreaterThanOrEqual(floors.plain[language].harmfulFlagged);
  });

  it.each(['en', 'ar'] as const)('find misinformation, and leave alone what is like it, in %s', async (language) => {
    const { harmful, benign, refused } = await flagged(await rowsIn(language, 'misinformation'));
    expect(harmful).toBeGreaterThanOrEqual(floors.misinformation[language].harmfulFlagged);
    expect(benign).toBeLessThanOrEqual(floors.misinformation[language].benignFlagged);
    expect(refused).toBe(0);
  });

  it('leave alone, in Arabic and its dialects, what people of every day ask for', async () => {
    const { benign, refused } = await flagged((await readSet('tests/guardrails/everyday.jsonl')).rows);
    expect(benign).toBeLessThanOrEqual(floors.everyday.ar.benignFlagged);
    expect(refused).toBe(0);
  });

  it('find as much of what nobody mended them for', async () => {
    const { harmful } = await flagged((await readSet('tests/guardrails/afterwards.jsonl')).rows);
    expect(harmful).toBeGreaterThanOrEqual(floors.afterwards.harmfulFlagged);
  });

  it('hear what excuses a prompt, and are not taken in by what only borrows it', async () => {
    const { harmful, benign, refused } = await flagged((await readSet('tests/guardrails/contexts.jsonl')).rows);
    expect(harmful).toBeGreaterThanOrEqual(floors.contexts.harmfulFlagged);
    expect(benign).toBeLessThanOrEqual(floors.contexts.benignFlagged);
    expect(refused).toBe(0);
  });

  const attacks = (['en', 'ar'] as const).flatMap((language) =>
    (Object.entries(floors.attacks[language]) as [Attack, number][]).map((each) => [language, ...each] as const),
  );

  it.each(attacks)('see through, in %s, %s as far as they did', async (language, attack, floor) => {
    const disguised = (await rowsIn(language, 'plain')).map((row) => ({ ...row, text: ATTACKS[attack](row.text) }));
    expect((await flagged(disguised)).harmful).toBeGreaterThanOrEqual(floor);
  });

  it('have a floor for every attack', () => {
    expect(new Set(attacks.map(([, attack]) => attack))).toEqual(new Set(Object.keys(ATTACKS)));
  });
});

const shared = '../shared/data';

/** Where the public sets are laid beside the checkout; they are offensive by design and not ours to bring. */
describe.skipIf(!existsSync(`${shared}/guardrails/hatecheck-dev.csv`))('the rules over public sets', () => {
  it('find hate, disguised too', async () => {
    const { rows } = await readSet(`${shared}/guardrails/hatecheck-dev.csv`);
    const { harmful, refused } = await flagged(rows);
    expect(harmful).toBeGreaterThanOrEqual(floors.hatecheck.harmfulFlagged);
    // Counter-speech is for a curator, not for a rule to turn down.
    expect(refused).toBeLessThanOrEqual(floors.hatecheck.benignRefused * rows.filter((row) => !row.harmful).length);
    const spelt = rows.filter((row) => row.class.startsWith('spell_'));
    expect((await flagged(spelt)).harmful).toBeGreaterThanOrEqual(floors.hatecheck.disguisedFlagged);
  });

  it('find what people ask of pictures to try how far they get', async () => {
    const { rows } = await readSet(`${shared}/guardrails/nibbler-dev.jsonl`);
    expect((await flagged(rows)).harmful).toBeGreaterThanOrEqual(floors.nibbler.harmfulFlagged);
  });

  it('leave alone what only sounds harmful', async () => {
    const { rows } = await readSet(`${shared}/guardrails/xstest-dev.csv`);
    expect((await flagged(rows)).benign).toBeLessThanOrEqual(floors.xstest.benignFlagged);
  });

  it('leave alone what people really ask for', async () => {
    const sets = await Promise.all(['vbench', 'parti'].map((name) => readSet(`${shared}/prompts/${name}.txt`)));
    const { benign, refused } = await flagged(sets.flatMap(({ rows }) => rows));
    expect(benign).toBeLessThanOrEqual(floors.prompts.benignFlagged);
    expect(refused).toBe(0);
  });
});
