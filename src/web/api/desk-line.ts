import { attentionOf } from '../../moderation/curation/attention-of.ts';
import type { Claim } from '../../moderation/curation/claim-store.ts';
import { verdictOf } from '../../moderation/curation/verdict-of.ts';
import type { PromptRequest } from '../../requests/index.ts';
import type { DeskLine } from './contract.ts';
import type { Viewer } from './viewer.ts';

/** Two lines of it are shown; what a hundred requests send must stay small. */
const PROMPT_SHOWN = 240;

export function deskLine(
  request: PromptRequest,
  { votes, claim }: { votes: number; claim: Claim | null },
  viewer: Viewer,
): DeskLine {
  const { id, version, state, prompt, locale, requester, askedAt } = request;
  const inReview = request.state === 'in-review' ? request : null;
  return {
    ...{ id, version, state, locale, askedAt, votes },
    prompt: prompt.slice(0, PROMPT_SHOWN).toWellFormed(),
    requesterName: requester.name,
    platform: requester.platform,
    flags: verdictOf(request)?.findings.filter(({ outcome }) => outcome !== 'allow').length ?? 0,
    picture: request.picture !== null,
    escalated: inReview?.escalated ?? false,
    appeal: inReview?.appealOf != null || attentionOf(request)?.kind === 'appealed',
    heldBy: claim && { curator: claim.curator, mine: claim.curator === viewer.curator },
  };
}
