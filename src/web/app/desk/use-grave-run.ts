import { useState } from 'react';
import type { DeskCard } from '../../api/contract.ts';
import { useCare } from '../api/use-care.ts';
import { seesSomething } from './sees-something.ts';

/** Whoever did nothing for so long has had a break. In milliseconds. */
const BREAK_MS = 10 * 60_000;

/** How many grave ones were decided in a row, and whether it is time for a break. */
export function useGraveRun() {
  const { breakAfter } = useCare();
  const [run, setRun] = useState({ count: 0, at: 0 });
  return {
    count: run.count,
    due: breakAfter > 0 && run.count >= breakAfter,
    decided({ flags }: DeskCard, now: number) {
      setRun(({ count, at }) => {
        const before = now - at > BREAK_MS ? 0 : count;
        return { count: seesSomething(flags) ? before + 1 : before, at: now };
      });
    },
    rested: () => setRun({ count: 0, at: 0 }),
  };
}
