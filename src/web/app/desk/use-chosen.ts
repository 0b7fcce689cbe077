import { useState } from 'react';

const NONE: ReadonlySet<string> = new Set();

/** Requests that are to be decided together. */
export function useChosen() {
  const [chosen, setChosen] = useState(NONE);
  return {
    chosen,
    toggle: (id: string) =>
      setChosen((before) => {
        const next = new Set(before);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
    choose: (ids: readonly string[]) => setChosen(new Set(ids)),
    none: () => setChosen(NONE),
  };
}
