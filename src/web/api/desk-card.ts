import { frameSizeOf } from '../../generation/frame-size.ts';
import type { FullBudget } from '../../generation/money/purse.ts';
import type { ClipPlan, PlannedEngines } from '../../generation/plan-clip.ts';
import { attentionOf } from '../../moderation/curation/attention-of.ts';
import type { Claim } from '../../moderation/curation/claim-store.ts';
import type { DelayedDecision } from '../../moderation/curation/delayed-decision-store.ts';
import { verdictOf } from '../../moderation/curation/verdict-of.ts';
import type { StrikeRecord } from '../../moderation/strikes/strike-record.ts';
import {
  approvalOf,
  canHaveStill,
  flaggedPolicies,
  type HistoryEntry,
  type PromptRequest,
  type RequestIn,
  type Shot,
  secondLookOf,
} from '../../requests/index.ts';
import { sayCannotFit, sayFitChange } from '../../wording/say-fit.ts';
import { writeScriptText } from '../../wording/script-text.ts';
import type { DeskCard, HistoryLine, RequestView } from './contract.ts';
import { fileUrl } from './file-access.ts';
import { shotProgress } from './request-view.ts';
import { stillViewOf } from './still-view.ts';
import type { Viewer } from './viewer.ts';
import type { WebDependencies } from './web-dependencies.ts';

/** What stands beside a request at the desk. */
export interface BesideCard {
  view: RequestView;
  similar: RequestView[];
  mergedInto: RequestView | null;
  merged: DeskCard['merged'];
  /** What happened to others that were merged into it, or are not any more. */
  mergeHistory: readonly HistoryEntry[];
  recent: RequestView[];
  budgets: DeskCard['budgets'];
  record: DeskCard['requesterRecord'];
  strikes: StrikeRecord;
  claim: Claim | null;
  history: readonly HistoryEntry[];
  money: DeskCard['money'];
  full: FullBudget | null;
  /** Its call's, in the order in which they are asked. */
  engines: PlannedEngines;
  /** What would be made, or is being made. */
  plan: ClipPlan;
  decided: DelayedDecision | null;
}

export function deskCard(
  request: PromptRequest,
  beside: BesideCard,
  viewer: Viewer,
  dependencies: Pick<WebDependencies, 'x' | 'stillUsd' | 'asksBack'>,
): DeskCard {
  const { view, similar, mergedInto, merged, recent, budgets, record, strikes, claim, money, decided } = beside;
  const verdict = verdictOf(request);
  const inReview = request.state === 'in-review' ? request : null;
  return {
    request: view,
    platform: request.requester.platform,
    flags: verdict?.findings ?? [],
    screening: verdict?.outcome ?? null,
    pictureKeptOut: keptOutOf(request),
    answerable: answerableOn(request, dependencies),
    escalated: inReview?.escalated ?? false,
    appealOf: inReview?.appealOf ?? null,
    appeal: request.appeal ?? null,
    rests: request.rests !== undefined,
    secondLook: secondLookOf(request),
    firstApproval: firstApprovalOf(inReview),
    preview: previewOf(inReview),
    still: stillViewOf(inReview, beside.engines),
    stillUsd: canHaveStill(request) ? dependencies.stillUsd : null,
    ...planOf(request, beside, viewer),
    money,
    approvedPrompt: changedPrompt(request),
    budgets,
    source: sourceOf(request),
    ...{ similar, mergedInto, merged },
    hold: holdOf(request),
    canAsk: dependencies.asksBack(request.post.platform),
    questions: 'questions' in request ? (request.questions ?? []) : [],
    recent,
    requesterRecord: record,
    strikes: { weight: strikes.weight, ...strikes.standing, list: [...strikes.strikes] },
    claim: claim && { curator: claim.curator, until: claim.until, mine: claim.curator === viewer.curator },
    attention: attentionOf(request),
    decided: decided && {
      ...{ curator: decided.curator, mine: decided.curator === viewer.curator },
      ...{ action: decided.decision.action, effectAt: decided.effectAt },
    },
    history: historyLines(beside),
  };
}

function firstApprovalOf(request: RequestIn<'in-review'> | null): DeskCard['firstApproval'] {
  const first = request?.firstApproval;
  return first ? { curator: first.curator, at: first.at, prompt: first.prompt, options: first.options } : null;
}

function previewOf(request: RequestIn<'in-review'> | null): DeskCard['preview'] {
  if (!request?.preview) return null;
  const { file } = request.preview;
  return { videoUrl: file && fileUrl(file, { request: request.id }) };
}

/** X lets us answer only who named the bot, and with what AI made only once it has approved that. */
function answerableOn({ post, unnamed }: PromptRequest, { x }: Pick<WebDependencies, 'x'>): DeskCard['answerable'] {
  if (post.platform !== 'x' || !x) return null;
  if (!x.approved) return 'not-approved';
  return unnamed ? 'unsure' : 'yes';
}

function changedPrompt(request: PromptRequest): string | null {
  const approved = approvalOf(request)?.prompt ?? request.prompt;
  return approved === request.prompt ? null : approved;
}

/** X names a post's page by its id alone; on Discord one must be where it was asked. */
function sourceOf({ post }: PromptRequest): DeskCard['source'] {
  const url = post.platform === 'x' && /^\d{1,20}$/.test(post.id) ? `https://x.com/i/status/${post.id}` : null;
  return { url, channel: post.channel };
}

/** What it would cost to make it now; 0 where it cannot be made, or is made already. */
export function costToCome(request: PromptRequest, plan: ClipPlan): number {
  if (request.state !== 'in-review' && request.state !== 'approved') return 0;
  return plan.outcome === 'fits' ? plan.costUsd : 0;
}

function planOf(
  request: PromptRequest,
  { full, plan: fit }: Pick<BesideCard, 'full' | 'plan'>,
  { locale }: Viewer,
): Pick<DeskCard, 'plan' | 'cannotMake' | 'shots' | 'script'> {
  const begun = 'shots' in request ? request.shots.map((shot) => shotView(request, shot)) : [];
  if (fit.outcome === 'impossible') {
    return {
      plan: null,
      cannotMake: fit.reasons.map((reason) => sayCannotFit(locale, reason)),
      shots: begun,
      script: '',
    };
  }
  const { engine, shots, script, seconds, costUsd, changes } = fit;
  return {
    plan: {
      engine,
      ...frameSizeOf(shots),
      seconds,
      costUsd,
      full,
      changes: changes.map((change) => sayFitChange(locale, change)),
    },
    cannotMake: [],
    script: writeScriptText(locale, script),
    shots: begun.length > 0 ? begun : shots.map((order) => shotView(request, { order, state: 'planned' })),
  };
}

/** A shot as it is planned or comes. */
function shotView(request: PromptRequest, shot: Shot): DeskCard['shots'][number] {
  const { prompt, direction = null, seconds, begins = null } = shot.order;
  return {
    ...{ prompt, direction, seconds, begins },
    state: shot.state,
    progress: shotProgress(shot),
    videoUrl: shot.state === 'downloaded' ? fileUrl(shot.file, { request: request.id }) : null,
    stillUrl: shot.state === 'downloaded' && shot.still ? fileUrl(shot.still, { request: request.id }) : null,
  };
}

function holdOf(request: PromptRequest): DeskCard['hold'] {
  if (request.state !== 'held') return null;
  const { hold } = request;
  const { kind, curator, until } = hold;
  return { kind, curator, until, note: hold.kind === 'later' ? hold.note : null };
}

/** Its own history with what others had to do with it, in order. */
function historyLines({ history, mergeHistory }: BesideCard): HistoryLine[] {
  const others = mergeHistory.map((entry) => ({
    ...historyLine(entry),
    event: entry.event.kind === 'merged' ? 'took-in' : 'let-go',
  }));
  const own = history.map(historyLine);
  return others.length === 0 ? own : [...own, ...others].toSorted((one, other) => (one.at < other.at ? -1 : 1));
}

function historyLine({ version, at, from, to, event, actor }: HistoryEntry): HistoryLine {
  return { version, at, from, to, event: event.kind, actor, detail: detailOf(event) };
}

/** What was refused since it looks like one on the list is kept out by that one. */
function keptOutOf(request: PromptRequest): DeskCard['pictureKeptOut'] {
  if (!request.picture || (request.state !== 'refused' && request.state !== 'declined')) return null;
  if (request.keptOut) return request.keptOut.letIn ? 'let-in' : 'yes';
  const known = flaggedPolicies(request.verdict).includes('refused-picture');
  return known || (request.state === 'declined' && request.decline.neverAgain) ? 'yes' : null;
}

/** The words that a curator or the machine left with an event. */
function detailOf(event: HistoryEntry['event']): string | null {
  switch (event.kind) {
    case 'approved':
      return event.approval.note;
    case 'still-failed':
      return event.failure.kind === 'screening' ? null : event.failure.message;
    case 'still-uncertain':
      return event.why;
    case 'declined':
      return [event.decline.reason, event.decline.note].filter(Boolean).join(': ');
    case 'escalated':
      return event.note;
    case 'prompt-screened':
    case 'clip-screened':
      return [event.verdict.outcome, ...flaggedPolicies(event.verdict)].join(', ');
    case 'gave-up':
      return event.error;
    case 'shot-failed':
      return event.failure.message;
    case 'shot-uncertain':
      return event.why;
    case 'taken-down':
    case 'strike-lifted':
    case 'strike-restored':
      return event.reason;
    case 'reported':
    case 'appealed':
      return event.words;
    case 'appeal-dismissed':
    case 'held':
      return event.note;
    case 'question-asked':
    case 'question-answered':
      return event.words;
    default:
      return null;
  }
}
