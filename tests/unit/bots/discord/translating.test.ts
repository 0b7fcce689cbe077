import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { translatePrompt } from '../../../../src/moderation/curation/translate-prompt.ts';
import { createOpenaiTranslator } from '../../../../src/moderation/translators/openai/openai-translator.ts';
import { type OpenaiScreeningSimulator, startOpenaiScreening } from '../../../simulators/screening/openai-screening.ts';
import { recordsForFile } from './discord-for-each-test.ts';
import { actionsOf, textOf } from './read-card.ts';
import { openReviewStage, type ReviewStage } from './review-stage.ts';

const ARABIC = 'قارب ورقي يبحر في شارع ماطر';

const records = recordsForFile();
let model: OpenaiScreeningSimulator;
let stage: ReviewStage;
beforeAll(async () => {
  model = await startOpenaiScreening();
});
afterAll(() => model.close());
beforeEach(async () => {
  const translator = createOpenaiTranslator({ url: model.url, key: 'k', model: 'm', maxRetries: 0 });
  stage = await openReviewStage(records, { translator });
});
afterEach(() => stage.close());

const says = (translation: string) => {
  model.mood = { kind: 'says', text: JSON.stringify({ translation }) };
};

describe('what was asked in another language than the channel’s', () => {
  it('is translated by a press, for all who read the card, and decided as it was written', async () => {
    const { ask, press, says: shows, now, review } = stage;
    const asked = model.asked.length;
    says('a *paper* boat sails down a rainy street');
    const { card, request } = await ask(ARABIC);
    expect(actionsOf(card)).toContain('translate');
    expect(model.asked.length).toBe(asked);
    await press(review.omar, card, 'translate');
    await shows(card, 'a \\*paper\\* boat sails down a rainy street');
    expect(textOf(card)).toContain(ARABIC);
    expect(textOf(card)).toContain('Translated by a model; what was written decides.');
    expect(actionsOf(card)).not.toContain('translate');
    expect((await now(request))?.prompt).toBe(ARABIC);
    // Kept: nobody pays for it again.
    const paid = model.asked.length;
    await press(review.noor, card, 'approve');
    await shows(card, 'Approved');
    expect((await now(request))?.prompt).toBe(ARABIC);
    expect(model.asked.length).toBe(paid);
  });

  it('is shown on its card when it was made at the desk, and nobody pressed there', async () => {
    const { ask, says: shows } = stage;
    says('a boat sails *slowly*');
    const { card, request } = await ask(`${ARABIC} ببطء`);
    expect(actionsOf(card)).toContain('translate');
    const { translations } = records.store;
    const translator = createOpenaiTranslator({ url: model.url, key: 'k', model: 'm', maxRetries: 0 });
    await translatePrompt({ translations, translator }, request, 'en');
    await shows(card, 'a boat sails \\*slowly\\*');
    expect(actionsOf(card)).not.toContain('translate');
  });

  it('stays as it is where the model gives nothing, and who pressed is told', async () => {
    const { ask, press, told, review } = stage;
    model.mood = { kind: 'says', text: 'no JSON' };
    const { card } = await ask(`${ARABIC} مساء`);
    expect(await told(await press(review.noor, card, 'translate'))).toContain('No translation could be had just now');
    expect(actionsOf(card)).toContain('translate');
  });

  it('is for curators alone, and offered for nothing that is read there as it is', async () => {
    const { ask, press, told, discord, review } = stage;
    const { card } = await ask('a paper boat sails down the street');
    expect(actionsOf(card)).not.toContain('translate');
    const asked = model.asked.length;
    const { card: foreign } = await ask(`${ARABIC} ليلا`);
    await discord.choose({ curatorRoles: [discord.simulator.world.addRole(discord.guild, 'Others').id] });
    expect(await told(await press(review.noor, foreign, 'translate'))).toContain('Only the curators');
    expect(model.asked.length).toBe(asked);
  });
});
