import type { RequestIn, RequestStore } from '../requests/index.ts';
import type { FoundWinners } from './winner-store.ts';

export interface ShownWinner {
  place: number;
  request: RequestIn<'delivered'>;
}

/** Those whose clip is still shown, best first; nobody moves up in the place of the others. */
export async function winnersShown(
  found: FoundWinners | null,
  { requests }: { requests: Pick<RequestStore, 'findMany'> },
): Promise<ShownWinner[]> {
  const winners = found?.winners ?? [];
  const known = new Map((await requests.findMany(winners.map(({ id }) => id))).map((request) => [request.id, request]));
  return winners.flatMap(({ id, place }) => {
    const request = known.get(id);
    return request?.state === 'delivered' ? [{ place, request }] : [];
  });
}
