import { cardKey } from '../../bots/post-keys.ts';
import type { EnginesFor } from '../../generation/engines-for.ts';
import { frameSizeOf } from '../../generation/frame-size.ts';
import type { FullBudget, Purse } from '../../generation/money/purse.ts';
import { planToShow } from '../../generation/plan-to-show.ts';
import {
  type Clock,
  canHaveStill,
  type Locale,
  memberKey,
  type PromptRequest,
  type RequestStore,
  toInstant,
} from '../../requests/index.ts';
import type { VoteStore } from '../../voting/vote-store.ts';
import { dollars, sayAsAtDesk, sayCannotFit, sayFitChange } from '../../wording/index.ts';
import type { ReadStrikes } from '../strikes/read-strikes.ts';
import type { ClaimStore } from './claim-store.ts';
import { type Need, needsOf } from './needs-of.ts';
import type { CardDetails, ReadReviewCard, ReviewCard } from './review-card.ts';
import { type TranslatingDependencies, translationFor } from './translate-prompt.ts';
import { verdictOf } from './verdict-of.ts';

export interface ReviewCardDependencies extends TranslatingDependencies {
  requests: Pick<RequestStore, 'find' | 'history' | 'memberRecords' | 'similar'>;
  readStrikes: ReadStrikes;
  claims: Pick<ClaimStore, 'inForce'>;
  votes: Pick<VoteStore, 'tallies'>;
  enginesFor: EnginesFor;
  /** US dollars for a still; null where no image model makes any. */
  stillUsd: number | null;
  /** Whether people can be asked something back on a platform (its id). */
  asksBack: (platform: string) => boolean;
  purse: Pick<Purse, 'fullFor'>;
  clock: Clock;
}

const SIMILAR = 3;

/** See `ReadReviewCard`. */
export function createReadReviewCard(dependencies: ReviewCardDependencies): ReadReviewCard {
  const { requests } = dependencies;
  return async (requestId, locale, key) => {
    const request = await requests.find(requestId);
    const needs = request ? needsOf(await requests.history(requestId)) : [];
    const need = needs.find(({ since }) => cardKey(requestId, since) === key) ?? needs.at(-1);
    return request && need ? readCardOf(dependencies, request, need, locale) : null;
  };
}

/** The card about one of the things that a request needed. */
export async function readCardOf(
  dependencies: ReviewCardDependencies,
  request: PromptRequest,
  need: Need,
  locale: Locale,
): Promise<ReviewCard> {
  const { kind, ended, since } = need;
  const details = ended ? null : await readDetails(dependencies, request, locale);
  return { key: cardKey(request.id, since), request, kind, ended, details };
}

async function readDetails(
  dependencies: ReviewCardDependencies,
  request: PromptRequest,
  locale: Locale,
): Promise<CardDetails> {
  const { requests, readStrikes, claims, votes, clock } = dependencies;
  const [translation, plan, [record], [struck], similar, [claim], [tally]] = await Promise.all([
    translationFor(dependencies, request, locale),
    planOf(dependencies, request, locale),
    requests.memberRecords([memberKey(request.requester)]),
    readStrikes([memberKey(request.requester)]),
    requests.similar(request, SIMILAR),
    claims.inForce([request.id], toInstant(clock())),
    votes.tallies([{ kind: 'request', id: request.id }]),
  ]);
  return {
    flags: verdictOf(request)?.findings ?? [],
    translation,
    ...plan,
    stillUsd: plan.plan !== null && canHaveStill(request) ? dependencies.stillUsd : null,
    canAsk: dependencies.asksBack(request.post.platform),
    record: record ?? { asked: 0, delivered: 0, declined: 0, refused: 0 },
    strikes: { weight: struck?.weight ?? 0, blockedUntil: struck?.standing.blockedUntil ?? null },
    similar,
    votes: tally?.votes ?? 0,
    claim: claim ?? null,
  };
}

async function planOf(
  { requests, enginesFor, purse }: ReviewCardDependencies,
  request: PromptRequest,
  locale: Locale,
): Promise<Pick<CardDetails, 'plan' | 'cannotMake'>> {
  const [engines, history] = await Promise.all([enginesFor(request.callId), requests.history(request.id)]);
  const fit = await planToShow(request, engines, history);
  if (fit.outcome === 'impossible') {
    return { plan: null, cannotMake: fit.reasons.map((reason) => sayCannotFit(locale, reason)) };
  }
  const { engine, shots, seconds, costUsd, changes } = fit;
  // What is being made has been paid for.
  const full = request.state === 'in-review' ? await purse.fullFor(request.callId, costUsd) : null;
  const plan = {
    engine,
    ...frameSizeOf(shots),
    seconds,
    costUsd,
    changes: changes.map((change) => sayFitChange(locale, change)),
    waits: full && sayFull(locale, full),
  };
  return { plan, cannotMake: [] };
}

function sayFull(locale: Locale, { of, usedUsd, limitUsd }: FullBudget): string {
  return sayAsAtDesk(locale, of === 'call' ? 'callBudgetFull' : 'dayBudgetFull', {
    used: dollars(locale, usedUsd),
    limit: dollars(locale, limitUsd),
  });
}
