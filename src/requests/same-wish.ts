import { isDeepStrictEqual } from 'node:util';
import type { PromptRequest } from './request.ts';
import { takesOthers } from './shared-fate.ts';

/**
 * Whether a request can be answered with the clip of another, the words of which say the same, without anybody looking:
 * everything else that was asked is the same too, and the other's clip is still to come.
 */
export function sharesWish(request: PromptRequest, lead: PromptRequest): boolean {
  if (request.id === lead.id || request.callId !== lead.callId) return false;
  if (lead.state === 'delivered' || !takesOthers(lead)) return false;
  return (
    request.picture?.sha256 === lead.picture?.sha256 &&
    request.parentId === lead.parentId &&
    request.goesOn === lead.goesOn &&
    isDeepStrictEqual(request.options, lead.options)
  );
}

/** Whether nobody has looked at it yet, nor has it come back: such a one may be folded by itself. */
export function isFresh(request: PromptRequest): boolean {
  return (
    request.state === 'in-review' &&
    !request.escalated &&
    !request.late &&
    request.appealOf === null &&
    request.made === null &&
    request.firstApproval === undefined &&
    request.preview === undefined
  );
}
