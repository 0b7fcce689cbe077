import { createHash, randomBytes } from 'node:crypto';
import type { CuratorStore } from '../moderation/curation/curator-store.ts';
import { type Clock, toInstant } from '../requests/index.ts';

const HOUR_MS = 60 * 60 * 1000;

/** A link that signs a curator in at the review desk, once, within a day. Only a hash of it is kept. */
export async function signInLink(
  { curators, clock }: { curators: CuratorStore; clock: Clock },
  baseUrl: string,
  curator: string,
): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  const hash = createHash('sha256').update(token).digest('hex');
  await curators.addSignIn(hash, curator, toInstant(new Date(clock().getTime() + 24 * HOUR_MS)));
  return `${baseUrl}/sign-in?token=${token}`;
}
