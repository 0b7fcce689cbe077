import { useEffectEvent, useLayoutEffect } from 'react';
import type { CardKeys } from './card-keys.ts';
import { readKey } from './read-key.ts';

/**
 * Listens for the desk's keys on the whole page. A handler that answers false leaves the key to the browser. `card`: which
 * of them are about the open card.
 */
export function useDeskKeys(keys: Readonly<Record<string, (() => unknown) | undefined>>, card?: CardKeys): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const key = readKey(event);
    if (key === null || event.repeat) return;
    const act = keys[key];
    const meant = card?.isMeant(key, event.timeStamp, act !== undefined) ?? true;
    if (!act || !meant) return;
    if (act() !== false) event.preventDefault();
  });
  // Before it is painted: what is seen hears its keys.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
