import type { StepHandler } from '../../queue/step-handler.ts';
import type { Engines } from '../engines.ts';

/** Stops a shot that nobody wants any more, where the engine can. */
export function createCancelShot({ engines }: { engines: Engines }): StepHandler<'cancel-shot'> {
  return async ({ work }) => {
    await engines.byId(work.engine)?.cancel(work.operation);
    return { next: 'nothing' };
  };
}
