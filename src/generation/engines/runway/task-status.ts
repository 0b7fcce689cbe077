import type { TaskRetrieveResponse } from '@runwayml/sdk/resources/tasks';
import type { ShotFailure } from '../../../requests/index.ts';
import type { OperationStatus } from '../../video-engine.ts';

/** Runway asks not to be looked at more often (docs.dev.runwayml.com, "Polling"). */
export const LEAST_CHECK_MS = 5000;

/** What a task's state comes to. A word that is not known stands for "not over yet". */
export function statusOf(task: TaskRetrieveResponse, checkAfterMs: number): OperationStatus {
  switch (task.status) {
    case 'SUCCEEDED':
      return { state: 'rendered', costUsd: dollarsOf(task.cost.credits) };
    case 'FAILED':
      return { state: 'failed', failure: failureOf(task) };
    case 'CANCELLED':
      return {
        state: 'failed',
        failure: { kind: 'engine', message: 'It was cancelled', billed: task.cost.credits > 0 },
      };
    case 'RUNNING':
      return { state: 'running', progress: share(task.progress), checkAfterMs };
    default:
      // Pending; throttled, which is over our own concurrency there; or a word of tomorrow.
      return { state: 'running', progress: 0, checkAfterMs };
  }
}

/** `SAFETY.*` and moderated inputs are final: the same again is turned down again, and may count against the account. */
function failureOf(task: TaskRetrieveResponse.Failed): ShotFailure {
  const code = task.failureCode ?? '';
  const kind = /SAFETY|MODERAT/i.test(code) ? 'moderation' : 'engine';
  return { kind, message: [task.failure, code].filter(Boolean).join(' – '), billed: task.cost.credits > 0 };
}

/** A credit is a cent (docs.dev.runwayml.com, "Pricing"). */
export function dollarsOf(credits: number): number {
  return credits / 100;
}

function share(progress: number): number {
  return Number.isFinite(progress) ? Math.min(1, Math.max(0, progress)) : 0;
}
