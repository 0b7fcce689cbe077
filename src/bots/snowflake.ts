const TIME_BITS = 22n;

/** Ids that carry the moment at which they were made: milliseconds since an epoch above 22 other bits. */
export interface Snowflakes {
  snowflakeAt(milliseconds: number): bigint;
  /** Milliseconds since 1970. */
  momentOf(snowflake: string | bigint): number;
}

export function snowflakesSince(epochMs: bigint): Snowflakes {
  return {
    snowflakeAt(milliseconds) {
      const since = BigInt(Math.floor(milliseconds)) - epochMs;
      return since <= 0n ? 0n : since << TIME_BITS;
    },
    momentOf: (snowflake) => Number((BigInt(snowflake) >> TIME_BITS) + epochMs),
  };
}

export function earlierBy(snowflake: bigint, milliseconds: number): bigint {
  const earlier = snowflake - (BigInt(milliseconds) << TIME_BITS);
  return earlier > 0n ? earlier : 0n;
}
