import { seedOf } from '../../generation/seed-of.ts';
import type { StepHandler } from '../../queue/step-handler.ts';
import type { Asked, PromptRequest, ScriptShot, Verdict } from '../../requests/index.ts';
import { holdLate } from './hold-late.ts';
import type { PromptSubject, Screening } from './screening.ts';

/** What screening looks at of what was asked. */
export function promptSubject(asked: Pick<Asked, 'prompt' | 'options' | 'picture' | 'locale'>): PromptSubject {
  const { prompt, options, picture, locale } = asked;
  return { prompt, style: options.style ?? null, picture, locale };
}

/** Writes the shots of a prompt that was screened; null where nobody does, or what was written may not be used. */
export type WriteScript = (request: PromptRequest, verdict: Verdict) => Promise<ScriptShot[] | null>;

/** Screens a request that could not be screened while it was taken in, or was edited since, and has its shots written and a still made where that is wanted. */
export function createScreenPrompt({
  screening,
  writeScript,
  stillsToo,
}: {
  screening: Screening;
  writeScript: WriteScript;
  /** Whether a still is made of what has nothing against it, though nobody asked for one. */
  stillsToo: boolean;
}): StepHandler<'screen-prompt'> {
  return async ({ request }) => {
    if (request.state !== 'received') return { next: 'nothing' };
    const verdict = holdLate(await screening.screenPrompt(promptSubject(request)), request);
    const script = verdict.outcome === 'refuse' ? null : await writeScript(request, verdict);
    const still = stillsToo && verdict.outcome === 'allow' && { stillSeed: request.options.seed ?? seedOf(request.id) };
    return { next: 'apply', event: { kind: 'prompt-screened', verdict, ...(script && { script }), ...still } };
  };
}
