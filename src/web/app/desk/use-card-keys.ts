import { useLayoutEffect, useState } from 'react';
import { type CardKeys, createCardKeys } from './card-keys.ts';
import type { DeskDeeds } from './desk-commands.ts';

/** Which keys are about the open card, for which `deeds` are; `id` is null while none is there to be decided on. */
export function useCardKeys(id: string | null, deeds: DeskDeeds): CardKeys {
  const [keys] = useState(() => createCardKeys(Object.keys(deeds)));
  useLayoutEffect(() => {
    keys.shown(null);
    if (id === null) return;
    // It is painted right after that.
    const frame = requestAnimationFrame(() => keys.shown(performance.now()));
    return () => cancelAnimationFrame(frame);
  }, [id, keys]);
  return keys;
}
