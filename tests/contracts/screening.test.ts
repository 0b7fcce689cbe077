import { createJoinedScreening } from '../../src/moderation/screening/all-of.ts';
import { createLookScreening } from '../../src/moderation/screening/look/look-screening.ts';
import { createRulesScreening } from '../../src/moderation/screening/rules/rules-screening.ts';
import { testScreening } from './screening.ts';
import { createSilentScreening, createThrowingScreening } from './screening-fakes.ts';

const timeoutMs = 5000;

testScreening('rules', { create: createRulesScreening, reachable: true, seesPictures: false });
testScreening('look', { create: createLookScreening, reachable: true, seesPictures: false, readsPrompts: false });
testScreening('joined', {
  create: () => createJoinedScreening([createRulesScreening(), createLookScreening()], { timeoutMs }),
  reachable: true,
  seesPictures: false,
});
testScreening('joined around one that throws', {
  create: () => createJoinedScreening([createThrowingScreening()], { timeoutMs }),
  reachable: false,
  seesPictures: false,
});
testScreening('joined around one that is silent', {
  create: () => createJoinedScreening([createSilentScreening()], { timeoutMs: 5 }),
  reachable: false,
  seesPictures: false,
});
