import { memberKey, type PromptRequest } from '../../requests/index.ts';
import { promptBands, promptKey } from '../near-duplicates.ts';

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
    bands: promptBands(request.prompt),
  };
}
