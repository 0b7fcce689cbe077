/** Lets a loop sleep until something happens. A ring while it is awake is kept for the next sleep. */
export interface Alarm {
  ring(): void;
  /** Resolves after so many milliseconds, or at once when it rings or rang. */
  sleep(ms: number): Promise<void>;
}

export function createAlarm(): Alarm {
  let rang = false;
  let wake: (() => void) | null = null;
  return {
    ring() {
      rang = true;
      wake?.();
    },
    async sleep(ms) {
      if (!rang && ms > 0) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        wake = null;
      }
      rang = false;
    },
  };
}
