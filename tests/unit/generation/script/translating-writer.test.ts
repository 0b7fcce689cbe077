import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languageChange } from '../../../../src/generation/language-change.ts';
import { modelLanguages } from '../../../../src/generation/model-languages.ts';
import { planClip } from '../../../../src/generation/plan-clip.ts';
import { createTranslatingWriter } from '../../../../src/generation/script/translating-writer.ts';
import { writeScreened } from '../../../../src/generation/script/write-screened.ts';
import type { EngineLimits } from '../../../../src/generation/video-engine.ts';
import { createRulesScreening } from '../../../../src/moderation/screening/rules/rules-screening.ts';
import { createOpenaiTranslator } from '../../../../src/moderation/translators/openai/openai-translator.ts';
import { receive } from '../../../../src/requests/index.ts';
import { anAsked, aVerdict, NOW } from '../../../samples/requests.ts';
import { type OpenaiScreeningSimulator, startOpenaiScreening } from '../../../simulators/screening/openai-screening.ts';

const limits: EngineLimits = {
  ...{ seconds: { min: 4, max: 8, step: 4 }, aspects: 'any', resolutions: [720], framesPerSecond: [24] },
  ...{ sounds: ['none'], languages: modelLanguages('Wan-AI/Wan2.2'), picture: true, still: false, lastPicture: false },
  ...{ remix: false, extension: false, tolerance: { sides: 0, seconds: 0 }, pricePerSecond: 0 },
  ...{ concurrency: 1, deadlineMs: 1, idempotency: 'none' },
};
const engines = [{ id: 'wan', limits }] as const;
const ARABIC = 'قارب ورقي يبحر في شارع ممطر تحت ضوء المصابيح';

let model: OpenaiScreeningSimulator;
beforeAll(async () => {
  model = await startOpenaiScreening();
});
afterAll(() => model.close());

function write(prompt: string, translation: string) {
  model.mood = { kind: 'says', text: JSON.stringify({ translation }) };
  const writer = createTranslatingWriter(
    createOpenaiTranslator({ url: model.url, key: 'k', model: 'm', maxRetries: 0 }),
  );
  const rules = createRulesScreening();
  const screen = (text: string) => rules.screenPrompt({ prompt: text, style: null, picture: null, locale: 'en' });
  const { request } = receive(anAsked({ prompt, options: { seconds: 8 } }), NOW);
  return writeScreened({ writer, engines, screen, onError: () => {} }, request, aVerdict());
}

describe('a prompt in a language that the engine does not know', () => {
  it('is told to the engine in English, and then nothing stands in the way', async () => {
    const script = await write(ARABIC, 'a paper boat sails down a rainy street');
    expect(script).toMatchObject([{ action: 'a paper boat sails down a rainy street', seconds: 8 }]);
    const plan = planClip({ id: 'r', picture: null }, { prompt: ARABIC, options: {}, script: script ?? [] }, engines);
    expect(await languageChange(plan, engines)).toEqual([]);
  });

  it('is thrown away where the translation says what the prompt does not', async () => {
    expect(await write(ARABIC, 'a man is beheaded in a rainy street')).toBeNull();
  });

  it('is said to the curator where nobody translates it', async () => {
    const plan = planClip({ id: 'r', picture: null }, { prompt: ARABIC, options: {} }, engines);
    expect(await languageChange(plan, engines)).toEqual([{ option: 'language', asked: 'ar', known: ['en', 'zh'] }]);
  });
});

it.each(['a paper boat sails down a rainy street', '一只纸船在雨中的街道上航行'])(
  'leaves what the engine knows as it is: %s',
  async (prompt) => {
    const before = model.asked.length;
    expect(await write(prompt, 'never asked')).toBeNull();
    expect(model.asked).toHaveLength(before);
  },
);
