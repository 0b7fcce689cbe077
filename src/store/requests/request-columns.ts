import { promptKey } from '../../likeness/normal-prompt.ts';
import { promptMarks } from '../../likeness/prompt-marks.ts';
import { memberKey, type PromptRequest } from '../../requests/index.ts';

/** What is kept of a request beside its body, to be searched for. */
export function requestColumns(request: PromptRequest) {
  return {
    id: request.id,
    body: request,
    version: request.version,
    state: request.state,
    callId: request.callId,
    requester: memberKey(request.requester),
    platform: request.post.platform,
    postId: request.post.id,
    askedAt: request.askedAt,
    changedAt: request.changedAt,
    deliveredAt: request.state === 'delivered' ? request.deliveredAt : null,
    promptKey: promptKey(request.prompt),
    marks: promptMarks(request.prompt),
  };
}
