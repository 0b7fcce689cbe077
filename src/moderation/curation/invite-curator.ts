import { randomBytes } from 'node:crypto';
import { type Clock, toInstant } from '../../requests/index.ts';
import type { CuratorStore } from './curator-store.ts';
import { hashToken } from './hash-token.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

export interface Invitation {
  /** Below the address of the pages, e.g. `/sign-in?token=…`. */
  path: string;
  /** ISO 8601. */
  until: string;
}

/** A way in at the review desk for one curator: it works once, within a day. Only a hash of it is kept. */
export async function inviteCurator(
  { curators, clock }: { curators: CuratorStore; clock: Clock },
  curator: string,
): Promise<Invitation> {
  const token = randomBytes(24).toString('base64url');
  const until = toInstant(new Date(clock().getTime() + DAY_MS));
  await curators.addSignIn(hashToken(token), curator, until);
  return { path: `/sign-in?token=${token}`, until };
}
