import type { Verdict } from '../../requests/index.ts';
import { joinVerdicts, type Missing } from './join-verdicts.ts';
import type { Screening } from './screening.ts';
import { settleRefusals } from './settle-refusals.ts';

export interface JoinedDeadlines {
  /** In milliseconds, of each. */
  timeoutMs: number;
  /** The same for a clip, of which many frames may be looked at. */
  clipTimeoutMs?: number;
}

/**
 * Asks several screenings at once, each with a deadline, and joins what they say. One that throws or is late counts as
 * `review`, never as `allow`.
 */
export function createJoinedScreening(
  parts: readonly Screening[],
  { timeoutMs, clipTimeoutMs = timeoutMs }: JoinedDeadlines,
): Screening {
  const askAll = async (ask: (part: Screening) => Promise<Verdict>, withinMs: number) =>
    joinVerdicts(settleRefusals(await Promise.all(parts.map((part) => answerOf(part, ask, withinMs))), parts));
  return {
    id: parts.map(({ id }) => id).join('+'),
    immediate: slowest(parts.map(({ immediate }) => immediate)),
    certainty: parts.every(({ certainty }) => certainty === 'model') ? 'model' : 'rule',
    screenPrompt: (subject) => askAll((part) => part.screenPrompt(subject), timeoutMs),
    screenClip: (clip) => askAll((part) => part.screenClip(clip), clipTimeoutMs),
  };
}

function slowest(all: readonly Screening['immediate'][]): Screening['immediate'] {
  if (all.includes('never')) return 'never';
  return all.includes('without-picture') ? 'without-picture' : 'always';
}

async function answerOf(
  part: Screening,
  ask: (part: Screening) => Promise<Verdict>,
  timeoutMs: number,
): Promise<Verdict | Missing> {
  const { promise: late, resolve } = Promise.withResolvers<Missing>();
  const timer = setTimeout(() => resolve({ missing: part.id, why: `no answer within ${timeoutMs} ms` }), timeoutMs);
  const asked = async () => ask(part);
  const failed = (error: unknown): Missing => ({
    missing: part.id,
    why: error instanceof Error ? error.message : String(error),
  });
  try {
    return await Promise.race([asked().catch(failed), late]);
  } finally {
    clearTimeout(timer);
  }
}
