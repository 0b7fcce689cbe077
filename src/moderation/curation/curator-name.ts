import { countGraphemes } from '../../bots/reading/count-graphemes.ts';

/** Longest name of a curator, in graphemes. */
export const CURATOR_NAME_LIMIT = 32;

/**
 * A name stands beside every decision and must tell people apart, so nothing unseen may be in it; joiners, which some
 * scripts need, stay. It begins with a letter or a digit: what begins with `@` is a member of Discord.
 */
const NAME = /^[\p{L}\p{N}](?:(?:[\p{L}\p{M}\p{N} .'’_-]|\u200c|\u200d)*[\p{L}\p{M}\p{N}.])?$/u;

/** The name of a curator who is invited, tidied; null where it cannot be one. */
export function curatorName(given: string): string | null {
  const name = given.toWellFormed().normalize('NFC').replace(/\s+/gu, ' ').trim();
  const short = name.length <= CURATOR_NAME_LIMIT * 8 && countGraphemes(name) <= CURATOR_NAME_LIMIT;
  return short && NAME.test(name) ? name : null;
}

/** Whether people would take one for the other. */
export function isSameName(one: string, other: string): boolean {
  const key = (name: string) => name.normalize('NFKC').toLowerCase();
  return key(one) === key(other);
}

/** Whether a curator came in by an account at a platform, whose names begin with a sign: their role is given there. */
export function comesByAccount(name: string): boolean {
  return name.startsWith('@');
}
