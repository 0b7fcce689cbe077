export interface Remembered<Value> {
  /** What was found. Who asks while it is being looked up waits for the same look. */
  get(): Promise<Value>;
  /** It is known now, without a look. */
  set(value: Value): void;
  /** It may have changed: who asks next looks again. */
  forget(): void;
}

/** Looks something up when it is first asked for, and keeps it. A look that failed is not kept: who asks next looks again. */
export function remember<Value>(look: () => Promise<Value>): Remembered<Value> {
  let known: Promise<Value> | null = null;
  return {
    get() {
      if (known) return known;
      const looking = look();
      known = looking;
      looking.catch(() => {
        if (known === looking) known = null;
      });
      return looking;
    },
    set(value) {
      known = Promise.resolve(value);
    },
    forget() {
      known = null;
    },
  };
}
