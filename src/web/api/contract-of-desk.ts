import { z } from 'zod';
import { CURATOR_ROLES } from '../../requests/index.ts';

export const curatorRole = z.enum(CURATOR_ROLES);

/** A way in at the desk for one more. */
export const invitationView = z.object({
  name: z.string(),
  role: curatorRole,
  /** Below the address of the pages; works once. */
  path: z.string(),
  until: z.string(),
});
export type InvitationView = z.infer<typeof invitationView>;

export const inviting = z.object({ name: z.string().max(500), role: curatorRole.default('curator') });

/** Who may come in at the desk, and as what. */
export const deskPeople = z.object({
  people: z.array(
    z.object({
      name: z.string(),
      role: curatorRole,
      invitedBy: z.string().nullable(),
      since: z.string(),
      sessions: z.number(),
    }),
  ),
});
export type DeskPeople = z.infer<typeof deskPeople>;
export const changingRole = z.object({ role: curatorRole });

/** Where the curator is signed in; for leads, where everybody is. */
export const deskSessions = z.object({
  sessions: z.array(z.object({ id: z.string(), curator: z.string(), startedAt: z.string(), expiresAt: z.string() })),
});
export type DeskSessions = z.infer<typeof deskSessions>;
