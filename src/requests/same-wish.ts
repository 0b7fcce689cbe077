import { dequal } from 'dequal';
import { isCurator } from './event.ts';
import type { HistoryEntry } from './history.ts';
import type { PromptRequest } from './request.ts';
import { SEEDED } from './seeded.ts';
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
    dequal(request.options, lead.options)
  );
}

/** Whether no curator has had it in hand, nor has it come back to one: such a one may be folded by itself. */
export function isFresh({ state, late, post }: PromptRequest, history: readonly HistoryEntry[]): boolean {
  if (state !== 'in-review' || late || post.platform === SEEDED) return false;
  return history.every(({ actor, event }) => event.kind !== 'unmerged' && !isCurator(actor));
}
