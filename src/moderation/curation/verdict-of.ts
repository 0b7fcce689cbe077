import type { PromptRequest, Verdict } from '../../requests/index.ts';

/** What screening said of what a curator looks at: of the clip where that is what stopped it, else of the prompt. */
export function verdictOf(request: PromptRequest): Verdict | null {
  if (request.state === 'blocked') return request.clipVerdict;
  if (request.state === 'finishing' && request.clipVerdict) return request.clipVerdict;
  return 'verdict' in request ? request.verdict : null;
}
