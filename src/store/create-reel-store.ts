import { eq } from 'drizzle-orm';
import type { ReelStore } from '../results/reels/reel-store.ts';
import type { Records } from './records.ts';
import { callReels } from './schema.ts';

export function createReelStore({ drizzle }: Records): ReelStore {
  return {
    async find(callId) {
      const [row] = await drizzle.select().from(callReels).where(eq(callReels.callId, callId));
      return row?.reel ?? null;
    },
    async keep(reel) {
      const { callId } = reel;
      await drizzle
        .insert(callReels)
        .values({ callId, reel })
        .onConflictDoUpdate({ target: callReels.callId, set: { reel } });
    },
    async remove(callId) {
      await drizzle.delete(callReels).where(eq(callReels.callId, callId));
    },
  };
}
