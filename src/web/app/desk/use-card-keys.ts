import { useLayoutEffect, useState } from 'react';
import { type CardKeys, createCardKeys } from './card-keys.ts';

/** Which keys are about the open card; `id` is null while none is there to be decided on. */
export function useCardKeys(id: string | null): CardKeys {
  const [keys] = useState(createCardKeys);
  useLayoutEffect(() => {
    keys.shown(null);
    if (id === null) return;
    // It is painted right after that.
    const frame = requestAnimationFrame(() => keys.shown(performance.now()));
    return () => cancelAnimationFrame(frame);
  }, [id, keys]);
  return keys;
}
