import type { CallStore } from '../../calls/call-store.ts';
import type { HouseStore } from '../../calls/house-rules.ts';
import type { StepHandler } from '../../queue/step-handler.ts';
import type { PostRef } from '../../requests/index.ts';
import type { Engines } from '../engines.ts';
import type { Purse } from '../money/purse.ts';
import { planClip } from '../plan-clip.ts';
import { tellInKnownWords, type WriteFor } from '../script/tell-in-known-words.ts';
import { LOOK_AT_BUDGET_MS } from './start-shot.ts';

export interface StartClipDependencies {
  engines: Engines;
  calls: Pick<CallStore, 'find'>;
  house: Pick<HouseStore, 'load'>;
  purse: Purse;
  /** Asked before anything is paid for: a post that was deleted meanwhile gets no clip. */
  stillThere: (post: PostRef) => Promise<boolean>;
  writeFor: WriteFor;
}

/** How long one that was handed out waits where a pause came first; during it the dispatcher hands out none. */
const LOOK_AT_PAUSE_MS = 1000;
/** The others go on meanwhile, so it is looked at less often than that. */
const LOOK_AT_CALL_MS = 10_000;

/** Its turn has come: fits the approved prompt to the engine and plans the shots. */
export function createStartClip({
  engines,
  calls,
  house,
  purse,
  stillThere,
  writeFor,
}: StartClipDependencies): StepHandler<'start-clip'> {
  return async ({ request }) => {
    if (request.state !== 'approved') return { next: 'nothing' };
    // Handed out just before the pause.
    if ((await house.load()).paused) return { next: 'again', afterMs: LOOK_AT_PAUSE_MS };
    if (!(await stillThere(request.post))) {
      return { next: 'apply', event: { kind: 'withdrawn', by: 'platform' } };
    }
    const call = await calls.find(request.callId);
    // It keeps its place in line until the call goes on.
    if (call?.paused) return { next: 'again', afterMs: LOOK_AT_CALL_MS };
    const enginesHere = engines.from(call?.engine ?? null);
    const plan = planClip(request, request.approval, enginesHere);
    if (plan.outcome === 'impossible') {
      const error = plan.reasons.map(({ reason }) => reason).join(', ');
      return { next: 'apply', event: { kind: 'gave-up', during: 'generating', error } };
    }
    // It keeps its place in line until there is money for all of its shots.
    const full = await purse.fullFor(request.callId, plan.costUsd);
    if (full !== null) return { next: 'again', afterMs: LOOK_AT_BUDGET_MS };
    const { engine, shots } = await tellInKnownWords(request, plan, { engines: enginesHere, writeFor });
    return { next: 'apply', event: { kind: 'generation-started', engine, shots } };
  };
}
