import { and, asc, eq, isNull, or } from 'drizzle-orm';
import type { DeclineSentenceStore } from '../moderation/curation/decline-sentence-store.ts';
import type { Records } from './records.ts';
import { declineSentences } from './schema.ts';

export function createDeclineSentenceStore({ drizzle }: Records): DeclineSentenceStore {
  const { id, owner, reason, words, seq } = declineSentences;
  return {
    listFor: (curator) =>
      drizzle
        .select({ id, owner, reason, words })
        .from(declineSentences)
        .where(or(isNull(owner), eq(owner, curator)))
        .orderBy(asc(seq)),
    async add(sentence) {
      await drizzle.insert(declineSentences).values(sentence);
    },
    async remove(which, curator, everybodys) {
      const whose = everybodys ? or(isNull(owner), eq(owner, curator)) : eq(owner, curator);
      const removed = await drizzle
        .delete(declineSentences)
        .where(and(eq(id, which), whose))
        .returning();
      return removed.length > 0;
    },
  };
}
