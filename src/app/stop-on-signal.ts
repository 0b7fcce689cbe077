const GRACE_MS = 10_000;

/**
 * Ctrl-C (or SIGTERM) lets what runs come to rest and then ends the process; a second one ends it at once. What is cut
 * off goes on at the next start either way.
 */
export function stopOnSignal(stop: (graceMs: number) => Promise<void>, say: (line: string) => void): void {
  let stopping = false;
  const onSignal = (signal: NodeJS.Signals) => {
    const code = signal === 'SIGINT' ? 130 : 143;
    if (stopping) process.exit(code);
    stopping = true;
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
}
