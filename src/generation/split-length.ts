import type { EngineLimits } from './video-engine.ts';

/** Room for steps like 0.1, whose multiples are not exact. */
const SLACK = 1e-9;

/**
 * Lengths of shots that together come nearest to a wished length, in seconds: as few shots as that takes, each as long
 * as the others where the engine's steps allow it, the longer ones first. Null where the engine offers no length.
 */
export function splitLength(wanted: number, offered: EngineLimits['seconds']): number[] | null {
  const { min, max, step } = offered;
  if (!(min <= max) || max <= 0) return null;
  const longest = step > 0 ? min + stepsWithin(offered) * step : max;
  const fewest = Math.max(1, Math.floor(wanted / longest));
  const few = ofShots(fewest, wanted, offered);
  const more = ofShots(fewest + 1, wanted, offered);
  return off(few, wanted) <= off(more, wanted) + SLACK ? few : more;
}

function ofShots(count: number, wanted: number, offered: EngineLimits['seconds']): number[] {
  const { min, max, step } = offered;
  if (step <= 0) {
    const each = Math.min(max, Math.max(min, wanted / count));
    return Array.from({ length: count }, () => each);
  }
  const most = count * stepsWithin(offered);
  // Of two as near, the shorter one: it costs less.
  const steps = Math.min(most, Math.max(0, Math.ceil((wanted - count * min) / step - 0.5 - SLACK)));
  const [base, longer] = [Math.floor(steps / count), steps % count];
  return Array.from({ length: count }, (_, place) => {
    const length = min + (base + (place < longer ? 1 : 0)) * step;
    return Math.min(max, Number(length.toFixed(6)));
  });
}

/** How many steps there are from the shortest to the longest. */
function stepsWithin({ min, max, step }: EngineLimits['seconds']): number {
  return Math.floor((max - min) / step + SLACK);
}

function off(lengths: readonly number[], wanted: number): number {
  return Math.abs(lengths.reduce((sum, each) => sum + each, 0) - wanted);
}
