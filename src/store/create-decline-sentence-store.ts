import { and, asc, eq, isNull, or } from 'drizzle-orm';
import type { DeclineSentenceStore } from '../moderation/curation/decline-sentence-store.ts';
import type { Records } from './records.ts';
import { declineSentences } from './schema.ts';

export function createDeclineSentenceStore({ drizzle }: Records): DeclineSentenceStore {
  const { id, owner, reason, words, seq } = declineSentences;
  const theirs = (curator: string, everybodys: boolean) =>
    everybodys ? or(isNull(owner), eq(owner, curator)) : eq(owner, curator);
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
    async change(which, written, { curator, everybodys }) {
      const changed = await drizzle
        .update(declineSentences)
        .set(written)
        .where(and(eq(id, which), theirs(curator, everybodys)))
        .returning();
      return changed.length > 0;
    },
    async remove(which, curator, everybodys) {
      const removed = await drizzle
        .delete(declineSentences)
        .where(and(eq(id, which), theirs(curator, everybodys)))
        .returning();
      return removed.length > 0;
    },
  };
}
