import { createHash } from 'node:crypto';
import type { PostRef } from '../requests/index.ts';

/** A card's key has room for two signs; a request that is a thousand steps further on has let go of its first cards. */
const CARD_VERSIONS = 36 ** 2;

/** By what of a call is told; the end of one that was extended follows, since it may be extended again. */
const TOLD = { opened: 'o', extended: 'x', closed: 'e' } as const;
const INVITES = /^(?:o|x[0-9a-z]+)\.([^.]+)/;

/** Idempotency keys of our posts. But for announcements at most 25 characters, the length of Discord's nonce; request ids have 21. */
export function clipKey(requestId: string): string {
  return `c.${requestId}`;
}

export function statusKey(requestId: string): string {
  return `s.${requestId}`;
}

/** For a card about what curators have to settle since the given version of the request; two more signs than that. */
export function cardKey(requestId: string, since: number): string {
  const version = (since % CARD_VERSIONS).toString(36).padStart(2, '0');
  return `n${version}.${requestId}`;
}

/** For the given question (from 1) to the requester. */
export function questionKey(requestId: string, number: number): string {
  return `q${(number % 36).toString(36)}.${requestId}`;
}

export function isQuestionKey(key: string): boolean {
  return /^q[0-9a-z]\./.test(key);
}

/** For telling everybody in a place what happened to a call; see `AnnouncingPlace`. No id of a call has a point in it. */
export function announcementKey(
  { id, closesAt }: { id: string; closesAt: string | null },
  what: keyof typeof TOLD,
  place: string,
): string {
  const end = what !== 'extended' ? '' : closesAt === null ? '0' : Date.parse(closesAt).toString(36);
  return `${TOLD[what]}${end}.${id}${place === '' ? '' : `.${place}`}`;
}

/** The call into which one is invited by the announcement under this key; null for every other post. */
export function callAnnouncedBy(key: string): string | null {
  return INVITES.exec(key)?.[1] ?? null;
}

/** For an answer to a post that became no request. An edited post may be answered anew, with another text. */
export function answerKey(to: PostRef, text: string): string {
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([to.platform, to.id, text]))
    .digest('hex');
  return `a.${fingerprint.slice(0, 22)}`;
}
