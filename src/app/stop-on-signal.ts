const GRACE_MS = 10_000;

export interface Stopping {
  /** Whether a signal came. */
  readonly begun: boolean;
}

/**
 * Ctrl-C (or SIGTERM) lets what runs come to rest and then ends the process; a second one ends it at once. What is cut
 * off goes on at the next start either way.
 */
export function stopOnSignal(stop: (graceMs: number) => Promise<void>, say: (line: string) => void): Stopping {
  let begun = false;
  const onSignal = (signal: NodeJS.Signals) => {
    if (begun) process.exit(exitCodeOf(signal));
    begun = true;
    say('Stopping: what is under way comes to rest. Press Ctrl-C again to stop at once.');
    stop(GRACE_MS).then(
      () => {
        say('Stopped. Everything is kept; the next start goes on from here.');
        process.exit(0);
      },
      (error: unknown) => {
        say(`It did not stop cleanly: ${error instanceof Error ? error.message : String(error)}`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return {
    get begun() {
      return begun;
    },
  };
}

/** As a shell tells a program that a signal ended. */
export function exitCodeOf(signal: NodeJS.Signals): number {
  return signal === 'SIGINT' ? 130 : 143;
}
