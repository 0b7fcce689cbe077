import type { Decision } from './decision.ts';
import { actorOf, type EventKind, type RequestEvent } from './event.ts';
import type { Instant } from './instant.ts';
import { moneyMoves } from './money.ts';
import type { Asked, PromptRequest } from './request.ts';
import { appealRules } from './rules/appeal-rules.ts';
import { deliveryRules } from './rules/delivery-rules.ts';
import { exitRules } from './rules/exit-rules.ts';
import { generationRules } from './rules/generation-rules.ts';
import { holdRules } from './rules/hold-rules.ts';
import { mergeRules } from './rules/merge-rules.ts';
import { pictureRules } from './rules/picture-rules.ts';
import { previewRules } from './rules/preview-rules.ts';
import { reportRules } from './rules/report-rules.ts';
import { reviewRules } from './rules/review-rules.ts';
import type { Rule, Rules } from './rules/rule.ts';
import { stillRules } from './rules/still-rules.ts';
import { strikeRules } from './rules/strike-rules.ts';

const rules: Rules<EventKind> = {
  ...reviewRules,
  ...holdRules,
  ...mergeRules,
  ...generationRules,
  ...deliveryRules,
  ...exitRules,
  ...reportRules,
  ...previewRules,
  ...stillRules,
  ...appealRules,
  ...strikeRules,
  ...pictureRules,
};

/**
 * The one place where a request changes: what an event makes of it, and the work that follows. Pure; the same event
 * twice changes nothing the second time.
 */
export function decide(request: PromptRequest, event: RequestEvent, now: Instant): Decision {
  const rule = rules[event.kind] as Rule<EventKind>;
  const ruling = rule(request, event, now);
  if (typeof ruling === 'string') return { applies: false, why: ruling, state: request.state };
  const version = request.version + 1;
  const next = {
    ...askedOf(request),
    ...keptOf(request, ruling.next),
    ...ruling.next,
    version,
    changedAt: now,
  } as PromptRequest;
  return {
    applies: true,
    request: next,
    money: moneyMoves(request, event, next),
    entry: {
      requestId: request.id,
      version,
      at: now,
      from: request.state,
      to: ruling.next.state,
      actor: actorOf(event),
      event,
    },
    work: ruling.work ?? [],
  };
}

/** The part that every state carries; the rest belongs to the state that is left. */
function askedOf(request: PromptRequest): Asked {
  const { id, callId, requester, post, prompt, options, picture, parentId, trusted, locale, askedAt } = request;
  return {
    ...{ id, callId, requester, post, prompt, options, picture, parentId, trusted, locale, askedAt },
    ...(request.goesOn ? { goesOn: true } : {}),
    ...(request.late ? { late: true } : {}),
    ...(request.unnamed ? { unnamed: true } : {}),
  };
}

type Kept = Pick<PromptRequest, 'appeal' | 'strike' | 'keptOut' | 'merged' | 'rests'>;

/** What stays with a request once it is there; who goes their own way again is merged no more, what rests waits for nobody. */
function keptOf(
  { appeal, strike, keptOut, merged, rests }: PromptRequest,
  next: Pick<PromptRequest, 'state' | 'rests'>,
): Kept {
  const alone = next.state === 'received' || next.state === 'in-review';
  const waitsInVain = appeal?.decided === null && next.rests !== undefined;
  return {
    ...(appeal && !waitsInVain && { appeal }),
    ...(rests && { rests }),
    ...(strike && { strike }),
    ...(keptOut && { keptOut }),
    ...(merged && !alone && { merged }),
  };
}
