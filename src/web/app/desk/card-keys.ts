/** Keys that follow each other faster belong to one run of typing. In milliseconds. */
const RUN_MS = 600;

export interface CardKeys {
  /** The card is on the screen from then on; null: none is. As `performance.now` has it. */
  shown(since: number | null): void;
  /** Whether a key means what it does here; `heard`: whether it does anything just now. */
  isMeant(key: string, at: number, heard: boolean): boolean;
}

/**
 * A key is about the card only where it was pressed when that was on the screen already, and not in one run with others
 * that were pressed before: of somebody who types on while the next card comes no letter may decide it. `about`: the keys
 * that say something of it; the others move about.
 */
export function createCardKeys(about: readonly string[]): CardKeys {
  let since: number | null = null;
  let strayAt = Number.NEGATIVE_INFINITY;
  return {
    shown(now) {
      since = now;
    },
    isMeant(key, at, heard) {
      const runsOn = at - strayAt < RUN_MS;
      const early = runsOn || since === null || at < since;
      const meant = heard && !(early && about.includes(key));
      if (key.length === 1 && (runsOn || (early && !meant))) strayAt = at;
      return meant;
    },
  };
}
