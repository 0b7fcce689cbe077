import { type Clock, toInstant } from '../../requests/index.ts';
import type { ClaimStore } from './claim-store.ts';

export interface FollowClaimsOptions {
  claims: Pick<ClaimStore, 'allInForce' | 'onNews'>;
  clock: Clock;
  /** The requests whose holder is another than before. At first all that are held. */
  onChange: (requestIds: readonly string[]) => void;
  onError: (error: unknown) => void;
}

/** Longest time that a timer can be told. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;
const TRY_AGAIN_MS = 1000;

/** Tells when somebody takes a request into hand or lets it go, also where a claim runs out by itself. */
export function followClaims({ claims, clock, onChange, onError }: FollowClaimsOptions): { close(): Promise<void> } {
  let held = new Map<string, string>();
  let timer: NodeJS.Timeout | undefined;
  let turn: Promise<void> = Promise.resolve();
  let waiting = false;
  let closed = false;

  async function look(): Promise<void> {
    clearTimeout(timer);
    const now = clock();
    const inForce = await claims.allInForce(toInstant(now));
    const next = new Map(inForce.map(({ requestId, curator }) => [requestId, curator]));
    const changed = [...new Set([...held.keys(), ...next.keys()])].filter((id) => held.get(id) !== next.get(id));
    held = next;
    const soonest = Math.min(...inForce.map(({ until }) => Date.parse(until) - now.getTime()));
    if (Number.isFinite(soonest)) lookAgainIn(soonest);
    if (changed.length > 0) onChange(changed);
  }

  function lookAgainIn(milliseconds: number): void {
    if (!closed) timer = setTimeout(lookSoon, Math.min(Math.max(0, milliseconds), LONGEST_WAIT_MS)).unref();
  }

  function lookSoon(): void {
    if (waiting || closed) return;
    waiting = true;
    turn = turn.then(async () => {
      waiting = false;
      await look().catch((error: unknown) => {
        onError(error);
        lookAgainIn(TRY_AGAIN_MS);
      });
    });
  }

  const stopNews = claims.onNews(lookSoon);
  lookSoon();
  return {
    async close() {
      closed = true;
      stopNews();
      clearTimeout(timer);
      await turn;
      clearTimeout(timer);
    },
  };
}
