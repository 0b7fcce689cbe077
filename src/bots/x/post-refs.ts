import type { PostRef } from '../../requests/index.ts';
import { snowflakesSince } from '../snowflake.ts';
import { X } from './x-limits.ts';

/** X counts from 2010-11-04T01:42:54.657Z. */
export const { snowflakeAt, momentOf } = snowflakesSince(1_288_834_974_657n);

/** All of X is one place. */
export function postRef(id: string): PostRef {
  return { platform: X, channel: X, id };
}
