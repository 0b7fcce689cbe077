import { desc, lt } from 'drizzle-orm';
import type { AuditStore } from '../moderation/curation/audit-store.ts';
import type { Records } from './records.ts';
import { deskAudit } from './schema.ts';

export function createAuditStore({ drizzle }: Records): AuditStore {
  return {
    async note(entry) {
      await drizzle.insert(deskAudit).values(entry);
    },
    list: async ({ before, limit }) =>
      drizzle
        .select()
        .from(deskAudit)
        .where(before === null ? undefined : lt(deskAudit.number, before))
        .orderBy(desc(deskAudit.number))
        .limit(limit),
  };
}
