import { useEffectEvent, useLayoutEffect } from 'react';
import { readKey } from './read-key.ts';

/** Listens for the desk's keys on the whole page. A handler that answers false leaves the key to the browser. */
export function useDeskKeys(keys: Readonly<Record<string, (() => unknown) | undefined>>): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const key = readKey(event);
    const act = key === null ? undefined : keys[key];
    if (!act || event.repeat) return;
    if (act() !== false) event.preventDefault();
  });
  // Before it is painted: what is seen hears its keys.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
