import { useState } from 'react';
import type { DeskCard } from '../../api/contract.ts';
import { useCare } from '../api/use-care.ts';
import { afterDeciding, isBreakDue, RESTED } from './grave-run.ts';
import { seesSomething } from './sees-something.ts';

/** How many grave ones were decided in a row, and whether it is time for a break. */
export function useGraveRun() {
  const { breakAfter } = useCare();
  const [run, setRun] = useState(RESTED);
  return {
    count: run.count,
    due: isBreakDue(run, breakAfter),
    decided({ flags }: DeskCard, now: number) {
      setRun((before) => afterDeciding(before, { grave: seesSomething(flags), now }));
    },
    rested: () => setRun(RESTED),
  };
}
