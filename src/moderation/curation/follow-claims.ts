import { type Clock, toInstant } from '../../requests/index.ts';
import type { ClaimStore } from './claim-store.ts';
import { lookOnNews } from './look-on-news.ts';

export interface FollowClaimsOptions {
  claims: Pick<ClaimStore, 'allInForce' | 'onNews'>;
  clock: Clock;
  /** The requests whose holder is another than before. At first all that are held. */
  onChange: (requestIds: readonly string[]) => void;
  onError: (error: unknown) => void;
}

/** Tells when somebody takes a request into hand or lets it go, also where a claim runs out by itself. */
export function followClaims({ claims, clock, onChange, onError }: FollowClaimsOptions): { close(): Promise<void> } {
  let held = new Map<string, string>();

  async function look(): Promise<number | null> {
    const now = clock();
    const inForce = await claims.allInForce(toInstant(now));
    const next = new Map(inForce.map(({ requestId, curator }) => [requestId, curator]));
    const changed = [...new Set([...held.keys(), ...next.keys()])].filter((id) => held.get(id) !== next.get(id));
    held = next;
    if (changed.length > 0) onChange(changed);
    const soonest = Math.min(...inForce.map(({ until }) => Date.parse(until) - now.getTime()));
    return Number.isFinite(soonest) ? soonest : null;
  }

  return lookOnNews({ onNews: claims.onNews, look, onError });
}
