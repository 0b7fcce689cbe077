/** Counts who holds how many of something there is only so much of. */
export interface Places {
  /** Takes one place under each name, if none has reached its limit; returns the way to give it back. */
  take(limits: Readonly<Record<string, number>>): (() => void) | null;
}

export function createPlaces(all: number): Places {
  const taken = new Map<string, number>();
  let total = 0;

  return {
    take(limits) {
      const names = Object.keys(limits);
      const full = names.some((name) => (taken.get(name) ?? 0) >= (limits[name] ?? 0));
      if (full || total >= all) return null;
      total += 1;
      for (const name of names) taken.set(name, (taken.get(name) ?? 0) + 1);
      return () => {
        total -= 1;
        for (const name of names) {
          const left = (taken.get(name) ?? 1) - 1;
          if (left > 0) taken.set(name, left);
          else taken.delete(name);
        }
      };
    },
  };
}
