import { createRulesScreening } from '../../src/moderation/screening/rules/rules-screening.ts';

/**
 * The rules for every test that asks them, since they remember nothing, and open by now: that keeps the process for half
 * a second of processor, in which nothing else is answered in time.
 */
export const rules = createRulesScreening();
await rules.screenPrompt({ prompt: 'a paper boat', style: null, picture: null, locale: 'en' });
