import { eq } from 'drizzle-orm';
import type { CursorStore } from '../requests/index.ts';
import type { Records } from './records.ts';
import { cursors } from './schema.ts';

export function createCursorStore({ drizzle }: Records): CursorStore {
  return {
    async load(follower) {
      const [row] = await drizzle.select().from(cursors).where(eq(cursors.follower, follower));
      return row?.cursor ?? null;
    },
    async save(follower, cursor) {
      const row = { follower, cursor };
      await drizzle.insert(cursors).values(row).onConflictDoUpdate({ target: cursors.follower, set: row });
    },
  };
}
