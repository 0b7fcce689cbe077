import type { HistoryEntry, Operation, PromptRequest, ShotOrder } from '../../requests/index.ts';
import { isChangeOf } from '../changed-prompt.ts';

/**
 * The engine's own job of a clip that is asked for anew with a change, where it can be made anew from that: the clip is
 * one shot of the same engine, and the same is ordered of it but for the words. Null: the words alone make it. Read from
 * the clip's history, which alone still knows the job.
 */
export function ownRemix(
  order: ShotOrder,
  { engine, prompt }: { engine: string; prompt: string },
  parent: PromptRequest | null,
  history: readonly HistoryEntry[],
): Operation | null {
  if (parent?.state !== 'delivered' || !isChangeOf(prompt, parent.approval.prompt)) return null;
  const events = history.map(({ event }) => event);
  const planned = events.findLast((event) => event.kind === 'generation-started' || event.kind === 'engine-replaced');
  const started = events.findLast((event) => event.kind === 'shot-started');
  const [before, ...more] = planned?.shots ?? [];
  if (before === undefined || more.length > 0 || planned?.engine !== engine || !isAlike(before, order)) return null;
  return started?.operation ?? null;
}

/** What an engine keeps of the video that it makes anew, and what is therefore not ordered again. */
function isAlike(one: ShotOrder, other: ShotOrder): boolean {
  const { aspect, seconds, resolution, framesPerSecond, sound } = one;
  return (
    aspect.width * other.aspect.height === aspect.height * other.aspect.width &&
    seconds === other.seconds &&
    resolution === other.resolution &&
    framesPerSecond === other.framesPerSecond &&
    sound === other.sound
  );
}
