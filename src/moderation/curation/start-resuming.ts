import { type AdvanceDependencies, advance, repeat, toInstant } from '../../requests/index.ts';

const LOOK_EVERY_MS = 2000;
/** A whole day's worth may come due in the same minute. */
const TOGETHER = 100;

/** Brings what was put aside until a moment back to those that wait, once that moment has come. */
export function startResuming(
  dependencies: AdvanceDependencies & { onError: (error: unknown) => void },
  everyMs = LOOK_EVERY_MS,
): { close(): Promise<void> } {
  return repeat(() => resumeDue(dependencies), { everyMs, onError: dependencies.onError });
}

async function resumeDue({ requests, clock }: AdvanceDependencies): Promise<void> {
  for (const request of await requests.holdsDue(toInstant(clock()), TOGETHER)) {
    await advance({ requests, clock }, request, { kind: 'resumed', curator: null });
  }
}
