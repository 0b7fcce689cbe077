import type { CallStore } from '../../calls/call-store.ts';
import type { StepHandler } from '../../queue/step-handler.ts';
import type { PostRef } from '../../requests/index.ts';
import type { Engines } from '../engines.ts';
import { planClip } from '../plan-clip.ts';

export interface StartClipDependencies {
  engines: Engines;
  calls: CallStore;
  /** Asked before anything is paid for: a post that was deleted meanwhile gets no clip. */
  stillThere: (post: PostRef) => Promise<boolean>;
}

/** Its turn has come: fits the approved prompt to the engine and plans the shots. */
export function createStartClip({ engines, calls, stillThere }: StartClipDependencies): StepHandler<'start-clip'> {
  return async ({ request }) => {
    if (request.state !== 'approved') return { next: 'nothing' };
    if (!(await stillThere(request.post))) {
      return { next: 'apply', event: { kind: 'withdrawn', by: 'platform' } };
    }
    const call = await calls.find(request.callId);
    const engine = (call?.engine && engines.byId(call.engine)) || engines.default;
    const plan = planClip(request, request.approval, engine.limits);
    if (plan.outcome === 'impossible') {
      const error = plan.reasons.map(({ reason }) => reason).join(', ');
      return { next: 'apply', event: { kind: 'gave-up', during: 'generating', error } };
    }
    return {
      next: 'apply',
      event: { kind: 'generation-started', engine: engine.id, shots: [plan.order] },
    };
  };
}
