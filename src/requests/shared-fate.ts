import type { Clip } from './clip.ts';
import type { Approval, Decline, PromptRequest, RequestIn } from './request.ts';
import { SEEDED } from './seeded.ts';
import type { Verdict } from './verdict.ts';

/** What becomes of a request because it became of the one that it was merged into. */
export type SharedFate =
  | { state: 'ready'; approval: Approval; clip: Clip }
  | { state: 'declined'; decline: Decline }
  | { state: 'blocked'; approval: Approval; clip: Clip; clipVerdict: Verdict; blockedBy?: string };

/**
 * What a request's state means for those that were merged into it. `wait`: nothing yet. `alone`: there will be no clip
 * because of its own requester or its own words, which is no reason for the others to have none.
 */
export function fateOf(lead: PromptRequest): SharedFate | 'wait' | 'alone' {
  switch (lead.state) {
    case 'delivered':
      return { state: 'ready', approval: lead.approval, clip: lead.clip };
    case 'declined':
      return { state: 'declined', decline: lead.decline };
    case 'blocked': {
      const { approval, clip, clipVerdict, blockedBy } = lead;
      return { state: 'blocked', approval, clip, clipVerdict, ...(blockedBy !== undefined && { blockedBy }) };
    }
    // It was edited, and is another wish now; or it is out of the question.
    case 'received':
    case 'refused':
    case 'withdrawn':
    case 'removed':
      return 'alone';
    default:
      return 'wait';
  }
}

/** Whether others can be merged into a request as it stands: it has a clip, or may still have one. */
export function takesOthers(lead: PromptRequest): boolean {
  if (lead.post.platform === SEEDED) return false;
  return lead.state === 'delivered' || (lead.state !== 'merged' && lead.state !== 'failed' && fateOf(lead) === 'wait');
}

/** Whether a clip was taken down with which others were answered too: theirs are to go as well. */
export function takesDownAll(lead: PromptRequest): lead is RequestIn<'removed'> {
  return lead.state === 'removed' && lead.by !== 'requester';
}
