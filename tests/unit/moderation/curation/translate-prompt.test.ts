import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { translatePrompt, translationFor } from '../../../../src/moderation/curation/translate-prompt.ts';
import type { KeptTranslation, TranslationStore } from '../../../../src/moderation/curation/translation-store.ts';
import { createOpenaiTranslator } from '../../../../src/moderation/translators/openai/openai-translator.ts';
import { type OpenaiScreeningSimulator, startOpenaiScreening } from '../../../simulators/screening/openai-screening.ts';

let model: OpenaiScreeningSimulator;
beforeAll(async () => {
  model = await startOpenaiScreening();
});
afterAll(() => model.close());

const ARABIC = { id: 'one', prompt: 'قارب ورقي يبحر في شارع ماطر' };

function desk({ configured = true } = {}) {
  const kept = new Map<string, KeptTranslation>();
  const translations: Pick<TranslationStore, 'find' | 'keep'> = {
    find: async (id, into) => kept.get(`${id} ${into}`) ?? null,
    keep: async (id, into, translation) => void kept.set(`${id} ${into}`, translation),
  };
  const translator = createOpenaiTranslator({ url: model.url, key: 'k', model: 'm', maxRetries: 0 });
  return { translations, translator: configured ? translator : null };
}
const says = (answer: unknown) => {
  model.mood = { kind: 'says', text: typeof answer === 'string' ? answer : JSON.stringify(answer) };
};

describe('a translation', () => {
  it('is made once when it is asked for, kept, and made anew of other words', async () => {
    const here = desk();
    says({ translation: 'a paper boat sails down a rainy street' });
    expect(await translationFor(here, ARABIC, 'en')).toEqual({ standing: 'offered' });
    const made = { standing: 'translated', text: 'a paper boat sails down a rainy street' };
    expect(await translatePrompt(here, ARABIC, 'en')).toEqual(made);
    const asked = model.asked.length;
    expect(await translatePrompt(here, ARABIC, 'en')).toEqual(made);
    expect(await translationFor({ ...here, translator: null }, ARABIC, 'en')).toEqual(made);
    expect(model.asked.length).toBe(asked);
    expect(await translationFor(here, { ...ARABIC, prompt: `${ARABIC.prompt} مساء` }, 'en')).toEqual({
      standing: 'offered',
    });
    const { body } = model.asked.at(-1) ?? {};
    expect(JSON.stringify(body?.input)).toContain(ARABIC.prompt);
    expect(String(body?.instructions)).not.toContain(ARABIC.prompt);
  });

  it.each([
    ['the reader’s own language', 'a paper boat sails down the street', 'en', true],
    ['the reader’s own letters, too few to tell', 'boat', 'en', true],
    ['no words', '🛶 🌧️', 'ar', true],
    ['another language without a model', ARABIC.prompt, 'en', false],
  ] as const)('is not offered of %s', async (_, prompt, reader, configured) => {
    expect(await translationFor(desk({ configured }), { id: 'x', prompt }, reader)).toEqual({ standing: 'none' });
  });

  it('is offered of a word in other letters', async () => {
    expect(await translationFor(desk(), { id: 'x', prompt: 'قطة' }, 'en')).toEqual({ standing: 'offered' });
  });

  it('cannot turn the text around it', async () => {
    says({ translation: 'a \u202eboat\u2069\n\n on \u200bwater ' });
    expect(await translatePrompt(desk(), ARABIC, 'en')).toEqual({ standing: 'translated', text: 'a boat on water' });
  });

  it.each([
    ['no JSON', 'of course!'],
    ['another form', { approved: true }],
    ['nothing', { translation: ' \u200b ' }],
    ['a novel', { translation: 'boat '.repeat(200) }],
  ])('is none where the model says %s, and nothing is kept', async (_, answer) => {
    const here = desk();
    says(answer);
    expect(await translatePrompt(here, ARABIC, 'en')).toEqual({ standing: 'failed' });
    expect(await translationFor(here, ARABIC, 'en')).toEqual({ standing: 'offered' });
  });
});
