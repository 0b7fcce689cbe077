import { randomBytes } from 'node:crypto';
import { type Clock, type CuratorRole, isAtLeast, toInstant } from '../../requests/index.ts';
import type { Curator, CuratorStore } from './curator-store.ts';
import { hashToken } from './hash-token.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

export interface Invitation {
  curator: Curator;
  /** Below the address of the pages, e.g. `/sign-in?token=…`. */
  path: string;
  /** ISO 8601. */
  until: string;
}

export interface Inviting {
  name: string;
  /** Who is known keeps the role they have. */
  role: CuratorRole;
  /** Null: whoever runs the machine. */
  by: Pick<Curator, 'name' | 'role'> | null;
}

/** A way in at the review desk for one curator: it works once, within a day. Only a hash of it is kept. */
export async function inviteCurator(
  { curators, clock }: { curators: CuratorStore; clock: Clock },
  { name, role, by }: Inviting,
): Promise<Invitation> {
  const now = clock();
  const curator = await curators.keep({ name, role, invitedBy: by?.name ?? null, since: toInstant(now) });
  const token = randomBytes(24).toString('base64url');
  const until = toInstant(new Date(now.getTime() + DAY_MS));
  await curators.addSignIn(hashToken(token), name, until);
  return { curator, path: `/sign-in?token=${token}`, until };
}

/**
 * Why somebody may not invite; null where they may. A link signs in whoever has it under its name: for a name that is
 * taken it comes from an operator only, or one curator could decide as another.
 */
export function hindranceToInvite(
  { role, by }: Pick<Inviting, 'role'> & { by: Pick<Curator, 'role'> },
  known: Curator | null,
): 'role-too-low' | 'curator-name-taken' | null {
  if (by.role === 'operator') return null;
  if (known) return 'curator-name-taken';
  return isAtLeast(by.role, 'lead') && !isAtLeast(role, 'lead') ? null : 'role-too-low';
}
