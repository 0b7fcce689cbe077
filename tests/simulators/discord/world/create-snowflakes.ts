import type { Clock } from '../../../../src/requests/index.ts';

/** Discord's epoch, 2015-01-01T00:00:00Z, in milliseconds (docs: reference, "Snowflakes"). */
const epochMs = 1_420_070_400_000n;
const perMs = 4096n;

export type NextSnowflake = () => string;

/** Ids as Discord makes them: 42 bits of milliseconds since 2015, then a count. They grow even when the clock stands. */
export function createSnowflakes(clock: Clock): NextSnowflake {
  let last = -1n;
  return () => {
    const earliest = (BigInt(clock().getTime()) - epochMs) << 22n;
    // The ten bits between are worker and process; a clock that stands borrows the next millisecond's when its own are used up.
    last = last < earliest ? earliest : last % perMs === perMs - 1n ? ((last >> 22n) + 1n) << 22n : last + 1n;
    return last.toString();
  };
}

/** An id with which an account, a server or a message has the given age. */
export function snowflakeAt(date: Date): string {
  return ((BigInt(date.getTime()) - epochMs) << 22n).toString();
}

/** When what has this id was made, in milliseconds. */
export function madeAt(snowflake: string): number {
  return Number((BigInt(snowflake) >> 22n) + epochMs);
}
