import { isDecided, STANDING_CALL_ID } from '../../calls/call.ts';
import type { CallStore } from '../../calls/call-store.ts';
import { type AdvanceDependencies, advance, repeat } from '../../requests/index.ts';

export interface PassingOverOptions extends AdvanceDependencies {
  calls: Pick<CallStore, 'list'>;
  /** False where another process has taken over. */
  isOurs: () => boolean;
  onError: (error: unknown) => void;
}

const LOOK_EVERY_MS = 2000;
/** Thousands may be left of one call; each is told at its platform's pace. */
const TOGETHER = 200;

/**
 * Once curators have had their time after a call's end, what they have not chosen comes to nothing, so that whoever asked is
 * told and does not wait for ever. Telling them is not its business: their platform's status posts follow the history.
 */
export function startPassingOver(options: PassingOverOptions, everyMs = LOOK_EVERY_MS): { close(): Promise<void> } {
  return repeat(() => passOver(options), { everyMs, onError: options.onError });
}

async function passOver({ requests, calls, clock, isOurs }: PassingOverOptions): Promise<void> {
  const over = (await calls.list()).filter((call) => call.id !== STANDING_CALL_ID && isDecided(call, clock()));
  if (over.length === 0 || !isOurs()) return;
  const ids = over.map(({ id }) => id);
  for (const request of await requests.notChosen(ids, TOGETHER)) {
    await advance({ requests, clock }, request, { kind: 'passed-over' });
  }
}
