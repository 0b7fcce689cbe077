import type { Call } from './call.ts';

const OLD_MS = 24 * 60 * 60 * 1000;

/**
 * Whether a post was heard so late that nothing may come of it by itself: more than a day after it was made, or made
 * before its call began. With the records lost or restored from a copy, all posts of a week are heard at once, and may
 * have been answered already.
 */
export function isLate({ opensAt }: Pick<Call, 'opensAt'>, postedAt: string, now: Date): boolean {
  return isOld(postedAt, now) || Date.parse(postedAt) < Date.parse(opensAt);
}

/** The same of a post that asks in no call. */
export function isOld(postedAt: string, now: Date): boolean {
  return now.getTime() - Date.parse(postedAt) > OLD_MS;
}
