import { randomInt } from 'node:crypto';

const RANDOM_LENGTH = 12;
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';

/**
 * A new id of 21 letters and digits: nine for the millisecond, so that ids sort by age, and twelve at random (62 bits).
 * Short enough to stand, with a letter before it, in Discord's nonce of 25.
 */
export function newId(now: Date = new Date()): string {
  const time = now.getTime().toString(36).padStart(9, '0');
  return time + Array.from({ length: RANDOM_LENGTH }, () => DIGITS[randomInt(DIGITS.length)]).join('');
}
