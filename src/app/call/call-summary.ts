import type { LineOutcome } from './outcome-of-line.ts';

/** The summary, also what `--json` prints. Each line is counted once, under what became of it. */
export interface CallSummary {
  lines: number;
  delivered: number;
  /** By screening, before or after the clip was made. */
  refused: number;
  /** Left for a curator, since screening found something and only what is clean was to be approved. */
  inReview: number;
  unreadable: number;
  /** Given up; the same command again tries once more. */
  failed: number;
  /** Under way or not yet begun when it was interrupted, or waiting for a person. */
  unfinished: number;
  interrupted: boolean;
  /** Whether it ran to its end and every approved request was delivered. */
  complete: boolean;
  /** How long this run took. */
  seconds: number;
  out: string;
}

type Count = 'delivered' | 'refused' | 'inReview' | 'unreadable' | 'failed' | 'unfinished';

const COUNTED_AS: Record<LineOutcome['state'], Count> = {
  delivered: 'delivered',
  refused: 'refused',
  declined: 'refused',
  blocked: 'refused',
  'in-review': 'inReview',
  unreadable: 'unreadable',
  failed: 'failed',
  removed: 'failed',
  withdrawn: 'failed',
  unheard: 'unfinished',
  held: 'inReview',
  merged: 'unfinished',
  received: 'unfinished',
  approved: 'unfinished',
  generating: 'unfinished',
  finishing: 'unfinished',
  ready: 'unfinished',
};

export function summarise(
  outcomes: readonly LineOutcome[],
  run: Pick<CallSummary, 'interrupted' | 'seconds' | 'out'>,
): CallSummary {
  const counts = { delivered: 0, refused: 0, inReview: 0, unreadable: 0, failed: 0, unfinished: 0 };
  for (const { state } of outcomes) counts[COUNTED_AS[state]] += 1;
  const approved = outcomes.filter(({ timings }) => timings?.approved);
  const complete = !run.interrupted && approved.every(({ state }) => state === 'delivered');
  return { lines: outcomes.length, ...counts, complete, ...run };
}

/** The summary for a person, with what can be done about each line that is no clip. */
export function summaryInWords(summary: CallSummary): string {
  const { lines, delivered, refused, inReview, unreadable, failed, unfinished, interrupted, seconds, out } = summary;
  const counted = (count: number, text: string) => (count > 0 ? [`${count} ${text}`] : []);
  return [
    `${delivered} of ${lines} prompts became clips. They are in ${out}. This run took ${Math.round(seconds)} s.`,
    ...counted(refused, 'refused by screening.'),
    ...counted(inReview, 'left for a curator: approve them too with --approve all.'),
    ...counted(unreadable, 'could not be read as a request.'),
    ...counted(failed, 'failed. Run the same command again to try once more.'),
    ...counted(unfinished, 'not finished.'),
    'requests.ndjson tells what became of each line.',
    ...(interrupted ? ['Stopped before its end. Run the same command again to go on; nothing is made twice.'] : []),
  ].join('\n');
}
