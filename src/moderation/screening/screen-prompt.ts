import type { StepHandler } from '../../queue/step-handler.ts';
import type { Asked } from '../../requests/index.ts';
import { holdLate } from './hold-late.ts';
import type { PromptSubject, Screening } from './screening.ts';

/** What screening looks at of what was asked. */
export function promptSubject(asked: Pick<Asked, 'prompt' | 'options' | 'picture' | 'locale'>): PromptSubject {
  const { prompt, options, picture, locale } = asked;
  return { prompt, style: options.style ?? null, picture, locale };
}

/** Screens a request that could not be screened while it was taken in, or was edited since. */
export function createScreenPrompt({ screening }: { screening: Screening }): StepHandler<'screen-prompt'> {
  return async ({ request }) => {
    if (request.state !== 'received') return { next: 'nothing' };
    const verdict = holdLate(await screening.screenPrompt(promptSubject(request)), request);
    return { next: 'apply', event: { kind: 'prompt-screened', verdict } };
  };
}
