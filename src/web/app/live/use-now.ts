import { useSyncExternalStore } from 'react';

/** How often "5 minutes ago" is put right, in milliseconds. */
const EVERY_MS = 30_000;

function subscribe(tell: () => void): () => void {
  const timer = setInterval(tell, EVERY_MS);
  return () => clearInterval(timer);
}

/** The moment, in milliseconds since 1970, renewed twice a minute. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => Math.floor(Date.now() / EVERY_MS) * EVERY_MS + EVERY_MS);
}
