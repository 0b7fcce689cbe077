import { anotherSeed, seedOf } from '../../generation/seed-of.ts';
import {
  type Approval,
  type FailedDuring,
  type PromptRequest,
  type RequestEvent,
  scriptFor,
  stillFor,
  toInstant,
} from '../../requests/index.ts';
import type { DeskDecision } from './review-desk.ts';

/** What a curator's decision is to the request. `at`: ISO 8601. */
export function eventOfDecision(request: PromptRequest, curator: string, act: DeskDecision, at: string): RequestEvent {
  switch (act.action) {
    case 'approve':
      return { kind: 'approved', approval: approvalBy(curator, act, { request, at }) };
    case 'decline':
      return {
        kind: 'declined',
        decline: {
          ...{ curator, at, reason: act.reason, note: act.note ?? null },
          ...(act.neverAgain && request.picture ? { neverAgain: true } : {}),
        },
      };
    case 'preview':
      return { kind: 'preview-asked', curator };
    case 'still':
      return { kind: 'still-asked', curator, prompt: act.prompt ?? request.prompt, seed: seedFor(request) };
    case 'leave-still-out':
      return { kind: 'still-left-out', curator };
    case 'escalate':
      return { kind: 'escalated', curator, note: act.note ?? null };
    case 'hold':
      return { kind: 'held', curator, note: act.note ?? null, until: act.until ?? null };
    case 'ask':
      return { kind: 'question-asked', curator, words: act.question, until: askedUntil(at) };
    case 'resume':
      return { kind: 'resumed', curator };
    case 'merge':
      return { kind: 'merged', into: act.into, curator };
    case 'unmerge':
      return { kind: 'unmerged', into: request.merged?.into ?? '', curator };
    case 'uphold-appeal':
      return { kind: 'appeal-upheld', curator };
    case 'lift-strike':
      return { kind: 'strike-lifted', curator, reason: act.reason };
    case 'restore-strike':
      return { kind: 'strike-restored', curator, reason: act.reason };
    case 'let-picture-in':
      return { kind: 'picture-let-in', curator };
    case 'dismiss-appeal':
      return { kind: 'appeal-dismissed', curator, note: act.note ?? null };
    case 'retry':
      return { kind: 'retried', curator };
    case 'give-up':
      return { kind: 'gave-up', during: reached(request), error: `Given up by ${curator}`, curator };
    case 'restart-shot':
      return { kind: 'shot-restarted', shot: act.shot, curator };
    case 'release-clip':
      return { kind: 'clip-released', curator };
    case 'block-clip':
      return { kind: 'clip-blocked', curator };
    case 'dismiss-reports':
      return { kind: 'reports-dismissed', curator };
    case 'take-down':
      return { kind: 'taken-down', by: curator, reason: act.reason };
    default:
      throw new Error(`No decision: ${act satisfies never}`);
  }
}

/** The same words are asked for again since their still was not liked. */
function seedFor(request: PromptRequest): number {
  const before = request.state === 'in-review' ? request.still : undefined;
  return before ? anotherSeed(before.seed) : (request.options.seed ?? seedOf(request.id));
}

/** Whoever has not answered by then is decided about without. */
const DAYS_TO_ANSWER = 3;

function askedUntil(at: string): string {
  return toInstant(new Date(Date.parse(at) + DAYS_TO_ANSWER * 24 * 3_600_000));
}

/** How far it came: trying again goes on from there. */
function reached(request: PromptRequest): FailedDuring {
  switch (request.state) {
    case 'received':
      return 'screening';
    case 'finishing':
      return 'finishing';
    case 'ready':
      return 'delivering';
    default:
      return 'generating';
  }
}

/** A script that was written for other words goes with them. */
function approvalBy(
  curator: string,
  act: Extract<DeskDecision, { action: 'approve' }>,
  { request, at }: { request: PromptRequest; at: string },
): Approval {
  const words = { prompt: act.prompt ?? request.prompt, options: act.options ?? request.options };
  const script = act.script ?? scriptFor(request, words);
  const still = stillFor(request, words.prompt, act.still);
  return { curator, at, ...words, ...(script && { script }), ...(still && { still }), note: act.note ?? null };
}
