import { type Call, isOpen } from '../../calls/call.ts';
import type { CallOfDuels } from './contract-of-duels.ts';
import type { WebDependencies } from './web-dependencies.ts';

export type CallsOfDuels = (id: string | undefined) => Promise<CallOfDuels[]>;

/** Calls with two clips or more: the one that is meant first, else the open one that began last. */
export function createCallsOfDuels({
  duels,
  calls,
  clock,
}: Pick<WebDependencies, 'duels' | 'calls' | 'clock'>): CallsOfDuels {
  return async (id) => {
    const [counts, all] = await Promise.all([duels.calls(), calls.list()]);
    const known = counts.flatMap(({ callId, clips }) => {
      const call = all.find((each) => each.id === callId);
      return call ? [{ call, clips }] : [];
    });
    const rank = ({ call }: { call: Call }) => (call.id === id ? 0 : isOpen(call, clock()) ? 1 : 2);
    return known
      .toSorted((a, b) => rank(a) - rank(b) || b.call.opensAt.localeCompare(a.call.opensAt))
      .map(({ call, clips }) => ({ id: call.id, theme: call.theme, clips }));
  };
}
