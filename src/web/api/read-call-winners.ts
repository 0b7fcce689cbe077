import { type Call, hasEnded } from '../../calls/call.ts';
import { USUAL_WINNERS } from '../../calls/winners-rule.ts';
import { winnersIn } from '../../voting/find-winners.ts';
import type { FoundWinners } from '../../voting/winner-store.ts';
import { type ShownWinner, winnersShown } from '../../voting/winners-shown.ts';
import type { WebContext } from './web-context.ts';

export interface ReadWinners {
  call: Call;
  by: FoundWinners['by'];
  /** Null: they are not found yet. */
  foundAt: string | null;
  winners: ShownWinner[];
}

/** Who won a call whose clips are still shown; null: it is not over, or there is no such call. */
export async function readCallWinners(
  { calls, winners, requests, clock }: Pick<WebContext, 'calls' | 'winners' | 'requests' | 'clock'>,
  callId: string,
): Promise<ReadWinners | null> {
  const call = callId === '' ? null : await calls.find(callId);
  if (call === null || !hasEnded(call, clock())) return null;
  const found = winnersIn(call, await winners.of([call.id]));
  const by = found?.by ?? (call.winners ?? USUAL_WINNERS).by;
  return { call, by, foundAt: found?.foundAt ?? null, winners: await winnersShown(found, { requests }) };
}
