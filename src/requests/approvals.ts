import { dequal } from 'dequal';
import type { Approval, Asked, PromptRequest } from './request.ts';
import type { ScriptShot } from './script.ts';
import type { StoredFile } from './stored-file.ts';

/** What a curator approved of a request, also where another must approve it too; null where nobody did. */
export function approvalOf(request: PromptRequest): Approval | null {
  if (request.state === 'in-review') return request.firstApproval ?? null;
  return 'approval' in request ? request.approval : null;
}

/** What a plain approval means: what was asked, or what another curator approved before. */
export function toApprove(request: PromptRequest): Pick<Asked, 'prompt' | 'options'> {
  const { prompt, options } = (request.state === 'in-review' && request.firstApproval) || request;
  return { prompt, options };
}

/**
 * What everybody is shown of a request: the words that were approved, since a curator may have taken out what nobody is to
 * read; until then, those that were asked.
 */
export function shownWords(request: PromptRequest): Pick<Asked, 'prompt' | 'options'> {
  const { prompt, options } = ('approval' in request && request.approval) || request;
  return { prompt, options };
}

/** Whether others were approved than were asked. */
export function isReworded(request: PromptRequest): boolean {
  const { prompt, options } = shownWords(request);
  return prompt !== request.prompt || !dequal(options, request.options);
}

/** What would be made of a request, or is made. */
export function toMake(request: PromptRequest): Pick<Approval, 'prompt' | 'options' | 'script' | 'still'> {
  const approval = approvalOf(request);
  if (approval !== null) return approval;
  const { prompt, options } = request;
  const script = scriptFor(request, { prompt, options });
  const still = stillFor(request, prompt);
  return { prompt, options, ...(script && { script }), ...(still && { still }) };
}

/** The shots that belong to these words: as another curator approved them, or as a writer has them; else undefined. */
export function scriptFor(
  request: PromptRequest,
  words: Pick<Approval, 'prompt' | 'options'>,
): ScriptShot[] | undefined {
  if (request.state !== 'in-review') return undefined;
  const { firstApproval: first, script } = request;
  const isOf = (other: Pick<Approval, 'prompt' | 'options'>) =>
    other.prompt === words.prompt && dequal(other.options, words.options);
  if (first && isOf(first)) return first.script;
  return isOf(request) ? script : undefined;
}

/**
 * The still with which a clip of these words would begin; undefined where there is none. One that screening wants looked at
 * is meant only where it is named by its key.
 */
export function stillFor(request: PromptRequest, prompt: string, key?: string): StoredFile | undefined {
  const still = request.state === 'in-review' ? request.still : undefined;
  if (still?.state !== 'made' || still.prompt !== prompt) return undefined;
  const meant = key === undefined ? still.verdict.outcome === 'allow' : still.key === key;
  return meant ? still.file : undefined;
}

/** Whether two curators must decide, and who did first; null where one is enough. */
export function secondLookOf(request: PromptRequest): { first: string | null } | null {
  if (request.state === 'in-review' && request.verdict.approvals === 2) {
    return { first: request.firstApproval?.curator ?? null };
  }
  if (request.state === 'finishing' && request.clipVerdict?.approvals === 2) {
    return { first: request.firstRelease ?? null };
  }
  return null;
}
