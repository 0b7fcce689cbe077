import { createHash } from 'node:crypto';

/** How tokens and session ids are kept: SHA-256 in hex. They are random, so no slow hash is needed. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
