import type { Logger } from 'pino';
import {
  advance,
  type Clock,
  type Decision,
  type PromptRequest,
  type RequestEvent,
  type RequestStore,
  type Step,
  toInstant,
  type Work,
} from '../requests/index.ts';
import { errorText } from './error-text.ts';
import { bornTaken, followUp } from './follow-up.ts';
import type { HeldRow } from './held-rows.ts';
import { begunTooOften, failureOf, retryPolicy } from './retry-policy.ts';
import type { StepContext, StepHandler, StepHandlers, StepResult } from './step-handler.ts';
import type { WorkRow, WorkStore } from './work-store.ts';

export interface StepRunner {
  work: WorkStore;
  requests: RequestStore;
  handlers: StepHandlers;
  clock: Clock;
  logger: Logger;
  /** 0 ≤ random() < 1. */
  random: () => number;
  /** Aborted when the process is stopping. */
  stopping: AbortSignal;
  /** When a lease that is given now ends. */
  leaseEnd: () => string;
}

/** A row that was taken, and its request. */
export interface InHand {
  row: WorkRow;
  request: PromptRequest;
}

/**
 * Does what a row says and commits what came of it, or what its failing means. Returns the row to go on with, where one
 * was taken with the commit. Rejects only when the records cannot be written; the row is then handed out again when its
 * lease ends.
 */
export async function runStep(runner: StepRunner, held: HeldRow, request: PromptRequest): Promise<InHand | null> {
  const run: Run = { ...runner, held, latest: request, goesOnWith: null };
  await runOne(run);
  return run.goesOnWith;
}

async function runOne(run: Run): Promise<void> {
  const { held, handlers, stopping } = run;
  const { step } = held.row.work;
  // Nothing new is begun, not even the next step of what was under way.
  if (stopping.aborted) return postpone(run, { afterMs: 0, attempt: held.row.attempt, error: null });
  if (begunTooOften(step, held.row.attempt)) {
    return giveUp(run, 'The process ended in the middle of this step again and again.');
  }
  let result: StepResult;
  try {
    result = await (handlers[step] as StepHandler<Step>)(contextOf(run));
  } catch (error) {
    return afterFailure(run, error);
  }
  // What was done outside is done: from here on only the records can fail, which is no failure of the step.
  await commit(run, result);
}

type Run = StepRunner & { held: HeldRow; latest: PromptRequest; goesOnWith: InHand | null };

function contextOf(run: Run): StepContext<Step> {
  const { row } = run.held;
  return {
    request: run.latest,
    work: row.work,
    ticket: row,
    attempt: row.attempt,
    signal: run.stopping,
    isCurrent: async () => run.held.isHeld && (await run.work.isCurrent(row)),
    async apply(event) {
      if (!run.held.isHeld) return { applies: false, why: 'superseded', state: run.latest.state };
      return remember(run, await advance(run, run.latest, event));
    },
  };
}

/** Keeps the newest version that is known, so that the next save needs no look at the records. */
function remember(run: Run, decision: Decision): Decision {
  if (decision.applies) run.latest = decision.request;
  return decision;
}

async function commit(run: Run, result: StepResult): Promise<void> {
  const { held } = run;
  if (!held.isHeld) return;
  switch (result.next) {
    case 'apply': {
      const decision = await finish(run, result.event);
      if (decision.applies || decision.why === 'superseded') return;
      // `already-so` too: the event is in the history, only this row's end is not.
      return decision.why === 'not-now' && result.ifMoot ? putRight(run, result.ifMoot) : completed(run);
    }
    case 'again':
      await postpone(run, { afterMs: result.afterMs, attempt: held.row.attempt, error: null });
      return;
    case 'nothing':
      return completed(run);
    default:
      result satisfies never;
  }
}

/** What stands outside and must not is a failure of the step like any other: it is tried again. */
async function putRight(run: Run, ifMoot: () => Promise<void>): Promise<void> {
  try {
    await ifMoot();
  } catch (error) {
    return afterFailure(run, error);
  }
  await completed(run);
}

async function completed({ work, held }: Run): Promise<void> {
  await work.complete(held.row);
}

async function finish(run: Run, event: RequestEvent): Promise<Decision> {
  let next: Work | null = null;
  const decision = await advance(run, run.latest, event, run.held.row, (work) => {
    next = run.stopping.aborted ? null : followUp(work);
    return next && { step: next.step, leaseUntil: run.leaseEnd() };
  });
  if (decision.applies && next) run.goesOnWith = { row: bornTaken(decision, next), request: decision.request };
  return remember(run, decision);
}

async function afterFailure(run: Run, error: unknown): Promise<void> {
  const { held, logger, stopping, clock } = run;
  if (!held.isHeld) return;
  const { id, attempt, work } = held.row;
  if (stopping.aborted) {
    // Broken off by us: not the step's fault, and to go on at once after the restart.
    await postpone(run, { afterMs: 0, attempt, error: null });
    return;
  }
  const sinceMs = clock().getTime() - Date.parse(run.latest.changedAt);
  const ruling = retryPolicy({ step: work.step, attempt, error, sinceMs, random: run.random() });
  const text = errorText(error);
  if (ruling.next === 'give-up') {
    logger.warn({ workId: id, attempt, err: error }, 'A step is given up');
    return giveUp(run, text);
  }
  logger.info({ workId: id, attempt, err: error, afterMs: ruling.afterMs }, 'A step failed and is tried again');
  await postpone(run, { afterMs: ruling.afterMs, attempt: ruling.attempt, error: text });
}

async function giveUp(run: Run, error: string): Promise<void> {
  const { row } = run.held;
  const during = failureOf(row.work.step);
  if (during !== null) return commit(run, { next: 'apply', event: { kind: 'gave-up', during, error } });
  run.logger.warn({ workId: row.id, error }, 'Left undone; the request is none the worse for it');
  await completed(run);
}

async function postpone(run: Run, next: { afterMs: number; attempt: number; error: string | null }): Promise<void> {
  const dueAt = toInstant(new Date(run.clock().getTime() + next.afterMs));
  await run.work.postpone(run.held.row, { dueAt, attempt: next.attempt, error: next.error });
}
