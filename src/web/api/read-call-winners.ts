import { type Call, isOpen, STANDING_CALL_ID } from '../../calls/call.ts';
import { USUAL_WINNERS } from '../../calls/winners-rule.ts';
import type { PromptRequest } from '../../requests/index.ts';
import { winnersIn } from '../../voting/find-winners.ts';
import type { FoundWinners } from '../../voting/winner-store.ts';
import type { WebContext } from './web-context.ts';

export interface ReadWinners {
  call: Call;
  by: FoundWinners['by'];
  /** Null: they are not found yet. */
  foundAt: string | null;
  winners: { place: number; request: PromptRequest }[];
}

/** Who won a call whose clips are still shown; null: it is not over, or there is no such call. */
export async function readCallWinners(
  { calls, winners, requests, clock }: Pick<WebContext, 'calls' | 'winners' | 'requests' | 'clock'>,
  callId: string,
): Promise<ReadWinners | null> {
  const call = callId === '' || callId === STANDING_CALL_ID ? null : await calls.find(callId);
  if (call === null || call.closesAt === null || isOpen(call, clock()) || clock().toISOString() < call.opensAt)
    return null;
  const found = winnersIn(call, await winners.of([call.id]));
  const by = found?.by ?? (call.winners ?? USUAL_WINNERS).by;
  const known = new Map(
    (await requests.findMany(found?.winners.map(({ id }) => id) ?? [])).map((each) => [each.id, each]),
  );
  const shown = (found?.winners ?? []).flatMap(({ id, place }) => {
    const request = known.get(id);
    return request?.state === 'delivered' ? [{ place, request }] : [];
  });
  return { call, by, foundAt: found?.foundAt ?? null, winners: shown };
}
