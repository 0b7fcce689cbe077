import { z } from 'zod';
import { curatorRole } from './contract-of-desk.ts';

/** Who came in at the desk, and who was let in or out, newest first; it can only be added to. */
export const auditPage = z.object({
  entries: z.array(
    z.object({
      number: z.number(),
      at: z.string(),
      /** Null: Discord, where roles are given, whoever is at the machine, or a member. */
      actor: z.string().nullable(),
      event: z.discriminatedUnion('kind', [
        z.object({
          kind: z.literal('signed-in'),
          by: z.string().describe('`link`, or the platform whose account it was'),
        }),
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
        z.object({ kind: z.literal('accounts-joined'), person: z.string(), platforms: z.array(z.string()) }),
        z.object({ kind: z.literal('account-parted'), person: z.string(), platform: z.string() }),
      ]),
    }),
  ),
  /** Where the next page begins; null at the end. */
  next: z.number().nullable(),
});
export type AuditPage = z.infer<typeof auditPage>;
