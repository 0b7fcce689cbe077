import { and, eq, gt, inArray, sql } from 'drizzle-orm';
import type { Claim, ClaimStore } from '../moderation/curation/claim-store.ts';
import type { News } from './news.ts';
import type { Records } from './records.ts';
import { claims } from './schema.ts';

export function createClaimStore({ drizzle }: Records, news: News): ClaimStore {
  async function take(claim: Claim, now: string): Promise<Claim | undefined> {
    const [taken] = await drizzle
      .insert(claims)
      .values(claim)
      .onConflictDoUpdate({
        target: claims.requestId,
        set: { curator: claim.curator, until: claim.until },
        setWhere: sql`${claims.curator} = ${claim.curator} or ${claims.until} <= ${now}`,
      })
      .returning();
    return taken;
  }
  return {
    async claim(claim, now) {
      // Released between the two looks, it is free to be taken.
      for (;;) {
        const taken = await take(claim, now);
        if (taken) {
          news.publish('claims');
          return taken;
        }
        const [other] = await drizzle.select().from(claims).where(eq(claims.requestId, claim.requestId));
        if (other) return other;
      }
    },
    async release(requestId, curator) {
      await drizzle.delete(claims).where(and(eq(claims.requestId, requestId), eq(claims.curator, curator)));
      news.publish('claims');
    },
    async inForce(requestIds, now) {
      if (requestIds.length === 0) return [];
      return drizzle
        .select()
        .from(claims)
        .where(and(inArray(claims.requestId, [...requestIds]), gt(claims.until, now)));
    },
    allInForce: async (now) => drizzle.select().from(claims).where(gt(claims.until, now)),
    onNews: (callback) => news.on('claims', callback),
  };
}
