import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languageChange } from '../../../../src/generation/language-change.ts';
import { modelLanguages } from '../../../../src/generation/model-languages.ts';
import { type PlannedEngines, planClip } from '../../../../src/generation/plan-clip.ts';
import { tellInKnownWords, type WriteFor } from '../../../../src/generation/script/tell-in-known-words.ts';
import { createTranslatingWriter } from '../../../../src/generation/script/translating-writer.ts';
import { writeScreened } from '../../../../src/generation/script/write-screened.ts';
import { writeScript } from '../../../../src/generation/script/write-script.ts';
import { createRulesScreening } from '../../../../src/moderation/screening/rules/rules-screening.ts';
import { createOpenaiTranslator } from '../../../../src/moderation/translators/openai/openai-translator.ts';
import { type Approval, receive } from '../../../../src/requests/index.ts';
import { engineLimits } from '../../../samples/engine-limits.ts';
import { anAsked, aVerdict, NOW } from '../../../samples/requests.ts';
import { type OpenaiScreeningSimulator, startOpenaiScreening } from '../../../simulators/screening/openai-screening.ts';

const limits = engineLimits({ seconds: { min: 4, max: 8, step: 4 }, languages: modelLanguages('Wan-AI/Wan2.2') });
const engines = [{ id: 'wan', limits }] as const;
const ARABIC = 'قارب ورقي يبحر في شارع ممطر تحت ضوء المصابيح';

let model: OpenaiScreeningSimulator;
beforeAll(async () => {
  model = await startOpenaiScreening();
});
afterAll(() => model.close());

function writeFor(translation: string): WriteFor {
  model.mood = { kind: 'says', text: JSON.stringify({ translation }) };
  const writer = createTranslatingWriter(
    createOpenaiTranslator({ url: model.url, key: 'k', model: 'm', maxRetries: 0 }),
  );
  const rules = createRulesScreening();
  const screen = (text: string) => rules.screenPrompt({ prompt: text, style: null, picture: null, locale: 'en' });
  return (asked, verdict, at) => writeScreened({ writer, engines: at, screen, onError: () => {} }, asked, verdict);
}

function write(prompt: string, translation: string) {
  const { request } = receive(anAsked({ prompt, options: { seconds: 8 } }), NOW);
  return writeFor(translation)(request, aVerdict(), engines);
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
