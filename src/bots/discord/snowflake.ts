/** Discord's ids carry the moment at which they were made: milliseconds since 2015 above 22 other bits. */
const EPOCH_MS = 1_420_070_400_000n;
const TIME_BITS = 22n;

export function snowflakeAt(milliseconds: number): bigint {
  const since = BigInt(Math.floor(milliseconds)) - EPOCH_MS;
  return since <= 0n ? 0n : since << TIME_BITS;
}

/** Milliseconds since 1970. */
export function momentOf(snowflake: string | bigint): number {
  return Number((BigInt(snowflake) >> TIME_BITS) + EPOCH_MS);
}

export function earlierBy(snowflake: bigint, milliseconds: number): bigint {
  const earlier = snowflake - (BigInt(milliseconds) << TIME_BITS);
  return earlier > 0n ? earlier : 0n;
}
