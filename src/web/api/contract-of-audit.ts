import { z } from 'zod';
import { curatorRole } from './contract-of-desk.ts';

/** Who came in at the desk, and who was let in or out, newest first; it can only be added to. */
export const auditPage = z.object({
  entries: z.array(
    z.object({
      number: z.number(),
      at: z.string(),
      /** Null: Discord, where roles are given, or whoever is at the machine. */
      actor: z.string().nullable(),
      event: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('signed-in'), by: z.enum(['link', 'discord']) }),
        z.object({ kind: z.literal('turned-away') }),
        z.object({ kind: z.literal('signed-out') }),
        z.object({ kind: z.literal('session-ended'), curator: z.string() }),
        z.object({ kind: z.literal('invited'), curator: z.string(), role: curatorRole }),
        z.object({
          kind: z.literal('role-given'),
          curator: z.string(),
          before: curatorRole,
          role: curatorRole.nullable(),
        }),
      ]),
    }),
  ),
  /** Where the next page begins; null at the end. */
  next: z.number().nullable(),
});
export type AuditPage = z.infer<typeof auditPage>;
