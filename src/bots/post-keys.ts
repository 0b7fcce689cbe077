import { createHash } from 'node:crypto';
import type { PostRef } from '../requests/index.ts';

/** Idempotency keys of our posts. At most 25 characters, the length of Discord's nonce; request ids have 21. */
export function clipKey(requestId: string): string {
  return `c.${requestId}`;
}

export function statusKey(requestId: string): string {
  return `s.${requestId}`;
}

/** For an answer to a post that became no request. An edited post may be answered anew, with another text. */
export function answerKey(to: PostRef, text: string): string {
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([to.platform, to.id, text]))
    .digest('hex');
  return `a.${fingerprint.slice(0, 22)}`;
}
