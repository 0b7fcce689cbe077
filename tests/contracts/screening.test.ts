import { afterAll } from 'vitest';
import { createJoinedScreening } from '../../src/moderation/screening/all-of.ts';
import { createLookScreening } from '../../src/moderation/screening/look/look-screening.ts';
import { createNudityScreening } from '../../src/moderation/screening/nudity/nudity-screening.ts';
import { createOpenaiModeration } from '../../src/moderation/screening/openai-moderation/openai-moderation.ts';
import { createPolicyJudge } from '../../src/moderation/screening/policy-judge/policy-judge.ts';
import { createRefusedPicturesScreening } from '../../src/moderation/screening/refused-pictures/refused-pictures-screening.ts';
import { createRulesScreening } from '../../src/moderation/screening/rules/rules-screening.ts';
import { rules } from '../samples/rules.ts';
import { startOpenaiScreening } from '../simulators/screening/openai-screening.ts';
import { testScreening } from './screening.ts';
import { createSilentScreening, createThrowingScreening } from './screening-fakes.ts';

const timeoutMs = 5000;
const service = await startOpenaiScreening();
afterAll(() => service.close());
const vendor = {
  url: service.url,
  key: 'key',
  model: 'model',
  readFile: async () => Buffer.from('picture'),
  maxRetries: 0,
};
const away = { ...vendor, url: 'http://127.0.0.1:9/v1' };
const thresholds = { reviewAt: 0.3, refuseAt: 0.9 };

testScreening('rules', { create: createRulesScreening, reachable: true, seesPictures: false });
testScreening('look', { create: createLookScreening, reachable: true, seesPictures: false, readsPrompts: false });
const plain = { nudity: { drawing: 1, hentai: 0, neutral: 0, porn: 0, sexy: 0 }, mark: '01'.repeat(32) };
const looks = { picture: async () => plain, frames: async () => [{ ...plain, seconds: 0 }] };
const seer = { reachable: true, seesPictures: true, readsPrompts: false };
testScreening('nudity', { create: () => createNudityScreening({ looks, ownDrawings: [] }), ...seer });
testScreening('refused-pictures', {
  create: () => createRefusedPicturesScreening({ looks, refused: { count: async () => 1, find: async () => null } }),
  ...seer,
});
testScreening('openai-moderation', {
  create: () => createOpenaiModeration({ ...vendor, ...thresholds }),
  reachable: true,
  seesPictures: true,
});
testScreening('openai-moderation that cannot be reached', {
  create: () => createOpenaiModeration({ ...away, ...thresholds }),
  reachable: false,
  seesPictures: true,
});
testScreening('policy-judge', { create: () => createPolicyJudge(vendor), reachable: true, seesPictures: true });
testScreening('policy-judge that cannot be reached', {
  create: () => createPolicyJudge(away),
  reachable: false,
  seesPictures: true,
});
testScreening('joined', {
  create: () => createJoinedScreening([rules, createLookScreening()], { timeoutMs }),
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
