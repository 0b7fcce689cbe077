import type { Approval, Asked, PromptRequest } from './request.ts';

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
