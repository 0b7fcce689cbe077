import { snowflakesSince } from '../snowflake.ts';

/** Discord counts from the beginning of 2015. */
export const { snowflakeAt, momentOf } = snowflakesSince(1_420_070_400_000n);
