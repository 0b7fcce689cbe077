import type { Logger } from 'pino';
import type { StepHandler, StepHandlers } from '../queue/step-handler.ts';
import { AdapterError, type Step } from '../requests/index.ts';

const ADVICE: Readonly<Record<string, string>> = {
  'disk-full': 'The disk is full: clips cannot be written. Free some space; the work goes on by itself',
};

/**
 * Tells the operator once when something outside keeps steps from being done, and once when they are done again:
 * single failures are tried again in silence, but a full disk is nobody's to mend but the operator's.
 */
export function tellTrouble(handlers: StepHandlers, logger: Logger): StepHandlers {
  const troubled = new Map<string, Set<Step>>();

  const failed = (step: Step, error: unknown) => {
    if (!(error instanceof AdapterError) || !error.retryable) return;
    const advice = ADVICE[error.code];
    if (!advice) return;
    const steps = troubled.get(error.code) ?? new Set();
    if (steps.size === 0) logger.warn({ adapter: error.adapter, error: error.message }, advice);
    troubled.set(error.code, steps.add(step));
  };
  const worked = (step: Step) => {
    for (const [code, steps] of troubled) {
      if (steps.delete(step) && steps.size === 0) logger.warn({ code }, 'Clips can be written again');
    }
  };

  const told = (step: Step, handle: StepHandler<Step>): StepHandler<Step> => {
    return async (context) => {
      try {
        const result = await handle(context);
        worked(step);
        return result;
      } catch (error) {
        failed(step, error);
        throw error;
      }
    };
  };
  return Object.fromEntries(
    Object.entries(handlers).map(([step, handle]) => [step, told(step as Step, handle as StepHandler<Step>)]),
  ) as unknown as StepHandlers;
}
