export interface Turns {
  /** Does what it is given after all that was given for the same key before, whatever became of that. */
  take<Result>(key: string, act: () => Promise<Result>): Promise<Result>;
  /** Resolves when all that was given until now is over. */
  rest(): Promise<void>;
}

/** Does one thing after the other where they concern the same; others do not wait for it. */
export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>();
  return {
    take(key, act) {
      const mine = last.get(key)?.then(act, act) ?? act();
      last.set(key, mine);
      const leave = () => {
        if (last.get(key) === mine) last.delete(key);
      };
      void mine.then(leave, leave);
      return mine;
    },
    async rest() {
      await Promise.allSettled(last.values());
    },
  };
}
