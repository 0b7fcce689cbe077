import type { CallStore } from '../calls/call-store.ts';
import type { Engines } from './engines.ts';
import type { PlannedEngines } from './plan-clip.ts';

/** The engines that are asked for clips of a call, by its id: the call's own first. */
export type EnginesFor = (callId: string) => Promise<PlannedEngines>;

export function createEnginesFor({
  engines,
  calls,
}: {
  engines: Pick<Engines, 'from'>;
  calls: Pick<CallStore, 'list'>;
}): EnginesFor {
  return async (callId) => engines.from((await calls.list()).find(({ id }) => id === callId)?.engine ?? null);
}
