import type { Clock } from '../../requests/index.ts';
import type { DelayedDesk } from './create-delayed-desk.ts';
import type { DelayedDecisionStore } from './delayed-decision-store.ts';
import { lookOnNews } from './look-on-news.ts';

export interface FollowDecisionsOptions {
  decisions: Pick<DelayedDecisionStore, 'all' | 'onNews'>;
  desk: Pick<DelayedDesk, 'bringIntoEffect'>;
  clock: Clock;
  onError: (error: unknown) => void;
}

/** Where another process has it in hand, or died with it. */
const SOONEST_AGAIN_MS = 250;

/** Brings decisions into effect when their time has come, also those of a process that is no more. */
export function followDecisions({ decisions, desk, clock, onError }: FollowDecisionsOptions): {
  close(): Promise<void>;
} {
  async function look(): Promise<number | null> {
    await desk.bringIntoEffect();
    const [soonest] = await decisions.all();
    return soonest ? Math.max(SOONEST_AGAIN_MS, Date.parse(soonest.effectAt) - clock().getTime()) : null;
  }
  return lookOnNews({ onNews: decisions.onNews, look, onError });
}
