import type { Screening } from '../../src/moderation/screening/screening.ts';
import { AdapterError, type Verdict } from '../../src/requests/index.ts';

const refuseToAnswer = async (): Promise<never> => {
  throw new AdapterError('The service is away', { adapter: 'fake', code: 'http-503', retryable: true });
};

/** Throws, as an adapter must not, but a broken one may. */
export function createThrowingScreening(): Screening {
  return {
    id: 'throwing@1',
    immediate: 'never',
    certainty: 'model',
    screenPrompt: refuseToAnswer,
    screenClip: refuseToAnswer,
  };
}

/** Never answers. */
export function createSilentScreening(): Screening {
  const wait = () => new Promise<never>(() => {});
  return { id: 'silent@1', immediate: 'never', certainty: 'model', screenPrompt: wait, screenClip: wait };
}

/** Always says the same. */
export function createFixedScreening(verdict: Verdict): Screening {
  return {
    id: verdict.screenedBy[0] ?? 'fixed@1',
    immediate: 'always',
    certainty: 'rule',
    screenPrompt: async () => verdict,
    screenClip: async () => verdict,
  };
}
