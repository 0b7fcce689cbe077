import type { StepHandler } from '../../queue/step-handler.ts';
import type { Clock } from '../../requests/index.ts';
import type { Engines } from '../engines.ts';
import type { OperationStatus } from '../video-engine.ts';

/** Progress is saved in steps of this size: each is a commit and a history entry. */
const PROGRESS_STEP = 0.05;

/** Looks once how a shot is doing. Costs nothing and may be done as often as it likes. */
export function createCheckShot({ engines, clock }: { engines: Engines; clock: Clock }): StepHandler<'check-shot'> {
  return async ({ request, work: { shot: index }, apply }) => {
    if (request.state !== 'generating') return { next: 'nothing' };
    const shot = request.shots[index];
    const engine = engines.byId(request.engine);
    if (shot?.state !== 'running' || !engine) return { next: 'nothing' };
    const status = await engine.check(shot.operation);
    switch (status.state) {
      case 'rendered':
        return { next: 'apply', event: { kind: 'shot-rendered', shot: index, ...costOf(status) } };
      case 'failed':
        return { next: 'apply', event: { kind: 'shot-failed', shot: index, failure: status.failure } };
      case 'running': {
        if (clock().getTime() - Date.parse(shot.startedAt) > engine.limits.deadlineMs) {
          await engine.cancel(shot.operation);
          const failure = { kind: 'engine', message: `${engine.id} did not finish in time` } as const;
          return { next: 'apply', event: { kind: 'shot-failed', shot: index, failure } };
        }
        if (status.progress !== null && status.progress >= shot.progress + PROGRESS_STEP) {
          await apply({ kind: 'shot-progressed', shot: index, progress: status.progress });
        }
        return { next: 'again', afterMs: status.checkAfterMs };
      }
      default:
        return status satisfies never;
    }
  };
}

function costOf({ costUsd }: Extract<OperationStatus, { state: 'rendered' }>): { costUsd?: number } {
  return costUsd === undefined ? {} : { costUsd };
}
