import { repeat } from '../../requests/index.ts';
import { type PlaceSeededCaseDependencies, placeSeededCase } from './place-seeded-case.ts';

export interface SeedingOptions extends PlaceSeededCaseDependencies {
  /** False where another process has taken over. */
  isOurs: () => boolean;
  onError: (error: unknown) => void;
}

const LOOK_EVERY_MS = 20_000;

/** Looks from time to time whether it is time for a seeded case. */
export function startSeeding(options: SeedingOptions, everyMs = LOOK_EVERY_MS): { close(): Promise<void> } {
  const { isOurs, onError, ...dependencies } = options;
  return repeat(async () => isOurs() && placeSeededCase(dependencies), { everyMs, onError });
}
