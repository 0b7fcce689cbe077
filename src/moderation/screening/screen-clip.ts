import type { StepHandler } from '../../queue/step-handler.ts';
import type { Screening } from './screening.ts';

/** Looks at a finished clip before anybody else sees it. */
export function createScreenClip({ screening }: { screening: Screening }): StepHandler<'screen-clip'> {
  return async ({ request }) => {
    if (request.state !== 'finishing' || !request.clip || request.clipVerdict) return { next: 'nothing' };
    const verdict = await screening.screenClip(request.clip);
    return { next: 'apply', event: { kind: 'clip-screened', verdict } };
  };
}
