import type { Clock } from '../../requests/index.ts';
import type { DelayedDesk } from './create-delayed-desk.ts';
import type { DelayedDecisionStore } from './delayed-decision-store.ts';

export interface FollowDecisionsOptions {
  decisions: Pick<DelayedDecisionStore, 'all' | 'onNews'>;
  desk: Pick<DelayedDesk, 'bringIntoEffect'>;
  clock: Clock;
  onError: (error: unknown) => void;
}

/** Also where another process has it in hand, or died with it. */
const LOOK_AGAIN_MS = 1000;

/** Brings decisions into effect when their time has come, also those of a process that is no more. */
export function followDecisions({ decisions, desk, clock, onError }: FollowDecisionsOptions): {
  close(): Promise<void>;
} {
  let timer: NodeJS.Timeout | undefined;
  let turn: Promise<void> = Promise.resolve();
  let waiting = false;
  let closed = false;

  async function look(): Promise<void> {
    clearTimeout(timer);
    await desk.bringIntoEffect();
    const [soonest] = await decisions.all();
    if (soonest) lookAgainIn(Math.max(LOOK_AGAIN_MS / 4, Date.parse(soonest.effectAt) - clock().getTime()));
  }

  function lookAgainIn(milliseconds: number): void {
    if (!closed) timer = setTimeout(lookSoon, milliseconds).unref();
  }

  function lookSoon(): void {
    if (waiting || closed) return;
    waiting = true;
    turn = turn.then(async () => {
      waiting = false;
      await look().catch((error: unknown) => {
        onError(error);
        lookAgainIn(LOOK_AGAIN_MS);
      });
    });
  }

  const stopNews = decisions.onNews(lookSoon);
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
