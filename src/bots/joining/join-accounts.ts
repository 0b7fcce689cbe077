import { randomBytes } from 'node:crypto';
import { hashToken } from '../../moderation/curation/hash-token.ts';
import { type Clock, type Member, memberKey, toInstant } from '../../requests/index.ts';
import { CODE_BYTES, readCode, writeCode } from './join-code.ts';
import type { JoinOutcome, JoinStore } from './join-store.ts';

export interface JoiningDependencies {
  joining: JoinStore;
  clock: Clock;
  newId: () => string;
}

/** A code lasts so long. Ten letters cannot be found out from their hash in that time. */
export const CODE_MINUTES = 10;
/** An account asks for codes and enters them so often an hour. */
export const MOST_TRIES = 10;
/** A person has so many accounts here at most, several browsers among them. */
export const MOST_ACCOUNTS = 8;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

type TooManyTries = { outcome: 'too-many-tries' };
/** What may come of entering a code. */
export type JoinedOrNot = JoinOutcome['outcome'] | TooManyTries['outcome'];
export type OfferOutcome = { outcome: 'offered'; code: string; until: string } | TooManyTries;

/** Gives an account a code, to be entered where its owner has another one. Only a hash of it is kept. */
export async function offerCode(
  dependencies: JoiningDependencies,
  member: Member,
  onlyFor: string | null = null,
): Promise<OfferOutcome> {
  const { joining, clock } = dependencies;
  if (await triedTooOften(dependencies, member)) return { outcome: 'too-many-tries' };
  const code = writeCode(randomBytes(CODE_BYTES));
  const until = toInstant(new Date(clock().getTime() + CODE_MINUTES * MINUTE_MS));
  await joining.offer(hashToken(code), { member, onlyFor: onlyFor && called(onlyFor), until });
  return { outcome: 'offered', code, until };
}

/** `calledInPublic`: what the account is called where everybody could read the code, or null. */
export async function joinByCode(
  dependencies: JoiningDependencies,
  { member, text, calledInPublic }: { member: Member; text: string; calledInPublic: string | null },
): Promise<JoinOutcome | TooManyTries> {
  const { joining, clock, newId } = dependencies;
  if (await triedTooOften(dependencies, member)) return { outcome: 'too-many-tries' };
  const code = readCode(text);
  if (code === null) return { outcome: 'no-such-code' };
  return joining.join(hashToken(code), {
    ...{ member, person: newId(), at: toInstant(clock()), mostAccounts: MOST_ACCOUNTS },
    calledInPublic: calledInPublic && called(calledInPublic),
  });
}

export function partAccount({ joining, clock }: JoiningDependencies, member: Member): Promise<'parted' | 'alone'> {
  return joining.part(memberKey(member), toInstant(clock()));
}

async function triedTooOften({ joining, clock }: JoiningDependencies, member: Member): Promise<boolean> {
  const now = clock();
  const since = toInstant(new Date(now.getTime() - HOUR_MS));
  return (await joining.countTry(memberKey(member), { at: toInstant(now), since })) > MOST_TRIES;
}

/** X tells names apart without regard to case, and people write an @ before them. */
function called(name: string): string {
  return name.trim().replace(/^@/, '').toLowerCase();
}
