/**
 * Runs a task for each key, one at a time: what is asked for while the task runs is done once more afterwards, however
 * often it was asked. So a burst of progress events becomes few readings, and the last one is never missed.
 */
export function runOnceEach(task: (key: string) => Promise<void>): (key: string) => void {
  const running = new Map<string, 'once' | 'again'>();
  return function ask(key) {
    if (running.has(key)) {
      running.set(key, 'again');
      return;
    }
    running.set(key, 'once');
    void task(key)
      .catch(() => undefined)
      .finally(() => {
        const again = running.get(key) === 'again';
        running.delete(key);
        if (again) ask(key);
      });
  };
}
