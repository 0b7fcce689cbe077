import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languageChange } from '../../../../src/generation/language-change.ts';
import { modelLanguages } from '../../../../src/generation/model-languages.ts';
import { type PlannedEngines, planClip } from '../../../../src/generation/plan-clip.ts';
import { tellInKnownWords, type WriteFor } from '../../../../src/generation/script/tell-in-known-words.ts';
import { createTranslatingWriter } from '../../../../src/generation/script/translating-writer.ts';
import { writeScreened } from '../../../../src/generation/script/write-screened.ts';
import { writeScript } from '../../../../src/generation/script/write-script.ts';
import { createOpenaiTranslator } from '../../../../src/moderation/translators/openai/openai-translator.ts';
import { type Approval, receive } from '../../../../src/requests/index.ts';
import { engineLimits } from '../../../samples/engine-limits.ts';
import { anAsked, aVerdict, NOW } from '../../../samples/requests.ts';
import { rules } from '../../../samples/rules.ts';
import { type OpenaiScreeningSimulator, startOpenaiScreening } from '../../../simulators/screening/openai-screening.ts';

const limits = engineLimits({ seconds: { min: 4, max: 8, step: 4 }, languages: modelLanguages('Wan-AI/Wan2.2') });
const engines = [{ id: 'wan', limits }] as const;
const ARABIC = 'قارب ورقي يبحر في شارع ممطر تحت ضوء المصابيح';

let model: OpenaiScreeningSimulator;
beforeAll(async () => {
  model = await startOpenaiScreening();
});
afterAll(() => model.close());

const screen = (text: string) => rules.screenPrompt({ prompt: text, style: null, picture: null, locale: 'en' });

function writeFor(translation: string): WriteFor {
  model.mood = { kind: 'says', text: JSON.stringify({ translation }) };
  const writer = createTranslatingWriter(
    createOpenaiTranslator({ url: model.url, key: 'k', model: 'm', maxRetries: 0 }),
  );
  return (asked, verdict, at) => writeScreened({ writer, engines: at, screen, onError: () => {} }, asked, verdict);
}

async function write(prompt: string, translation: string, languages = limits.languages) {
  const { request } = receive(anAsked({ prompt, options: { seconds: 8 } }), NOW);
  const verdict = await screen(prompt);
  return writeFor(translation)(request, verdict, [{ id: 'wan', limits: { ...limits, languages } }]);
}

describe('a prompt in a language that the engine does not know', () => {
  it('is told to the engine in English, and then nothing stands in the way', async () => {
    const script = await write(ARABIC, 'a paper boat sails down a rainy street');
    expect(script).toMatchObject([{ action: 'a paper boat sails down a rainy street', seconds: 8 }]);
    const plan = planClip({ id: 'r', picture: null }, { prompt: ARABIC, options: {}, script: script ?? [] }, engines);
    if (plan.outcome !== 'fits') throw new Error(plan.outcome);
    expect(await languageChange(plan, ARABIC, engines)).toEqual([{ option: 'translation', asked: 'ar', given: 'en' }]);
  });

  it('is thrown away where the translation says what the prompt does not', async () => {
    expect(await write(ARABIC, 'a man is beheaded in a rainy street')).toBeNull();
  });

  it.each([
    ['قارب ورقي يبحر تحت جسور باريس', 'a paper boat sails below the bridges of Paris'],
    ['بائع شاي يمشي في القاهرة مع قطته لولو', 'a tea seller walks through Cairo with his cat Lulu'],
    ['纸船在塞纳河上', 'a paper boat on the Seine', ['en']],
  ])('may have its names in other letters: %s', async (prompt, translation, languages: readonly string[] = ['en']) => {
    expect(await write(prompt, translation, languages)).toMatchObject([{ action: translation }]);
  });

  it.each([
    ['adds somebody who lives', ARABIC, 'a paper boat sails down a rainy street, watched by Taylor Swift'],
    ['adds a brand', ARABIC, 'a paper boat sails past a shop of Adidas'],
    ['names another than was named', 'ترامب يأكل تفاحة', 'a man like Taylor Swift eats an apple'],
  ])('is thrown away where the translation %s', async (_, prompt, translation) => {
    expect(await write(prompt, translation)).toBeNull();
  });

  it('is said to the curator where nobody translates it', async () => {
    const plan = planClip({ id: 'r', picture: null }, { prompt: ARABIC, options: {} }, engines);
    if (plan.outcome !== 'fits') throw new Error(plan.outcome);
    const change = { option: 'language', asked: 'ar', known: ['en', 'zh'] };
    expect(await languageChange(plan, ARABIC, engines)).toEqual([change]);
  });
});

describe('what was approved', () => {
  const approval = { curator: 'noor', at: NOW, note: null, prompt: ARABIC, options: { seconds: 8 } };
  const tell = (more: Partial<Approval>, at: PlannedEngines) => {
    const { request } = receive(anAsked({ prompt: 'a boat', options: { seconds: 8 } }), NOW);
    const approved = {
      ...request,
      state: 'approved',
      verdict: aVerdict(),
      approval: { ...approval, ...more },
    } as const;
    const plan = planClip(approved, approved.approval, at);
    if (plan.outcome !== 'fits') throw new Error(plan.outcome);
    return tellInKnownWords(approved, plan, { engines: at, writeFor: writeFor('a paper boat in the rain') });
  };

  it('is told in words that the engine reads which gets it in the end, though a curator put in others', async () => {
    expect((await tell({}, engines)).shots).toMatchObject([{ prompt: 'a paper boat in the rain', seconds: 8 }]);
  });

  it('is told as it stands to one that reads it, and where it was approved shot by shot', async () => {
    const any = [{ id: 'any', limits: { ...limits, languages: 'any' } }] as const;
    expect((await tell({}, any)).shots).toMatchObject([{ prompt: ARABIC }]);
    const [shot] = writeScript({ prompt: 'قارب في المطر', options: {} }, [8]);
    expect((await tell({ script: shot ? [shot] : [] }, engines)).shots).toMatchObject([{ prompt: 'قارب في المطر' }]);
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
