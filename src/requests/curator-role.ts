/** What somebody at the desk may do, from least to most; each may what those before it may. */
export const CURATOR_ROLES = ['viewer', 'curator', 'lead', 'operator'] as const;

/**
 * `viewer` looks; `curator` decides; `lead` also brings in viewers and curators, sees who is signed in and ends their
 * sessions; `operator` also says who has which role.
 */
export type CuratorRole = (typeof CURATOR_ROLES)[number];

export function isAtLeast(role: CuratorRole, needed: CuratorRole): boolean {
  return CURATOR_ROLES.indexOf(role) >= CURATOR_ROLES.indexOf(needed);
}
