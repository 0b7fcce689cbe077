export interface LookOnNewsOptions {
  /** Returns the way to stop. */
  onNews: (callback: () => void) => () => void;
  /** Answers after how many milliseconds to look again though there is no news; null: not before there is. */
  look: () => Promise<number | null>;
  onError: (error: unknown) => void;
}

/** Longest time that a timer can be told. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;
const TRY_AGAIN_MS = 1000;

/** Looks at once, whenever there is news, and when the last look said so; never twice at the same time. */
export function lookOnNews({ onNews, look, onError }: LookOnNewsOptions): { close(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  let turn: Promise<void> = Promise.resolve();
  let waiting = false;
  let closed = false;

  function lookAgainIn(milliseconds: number): void {
    if (!closed) timer = setTimeout(lookSoon, Math.min(Math.max(0, milliseconds), LONGEST_WAIT_MS)).unref();
  }

  function lookSoon(): void {
    if (waiting || closed) return;
    waiting = true;
    turn = turn.then(async () => {
      waiting = false;
      clearTimeout(timer);
      try {
        const again = await look();
        if (again !== null) lookAgainIn(again);
      } catch (error) {
        onError(error);
        lookAgainIn(TRY_AGAIN_MS);
      }
    });
  }

  const stopNews = onNews(lookSoon);
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
