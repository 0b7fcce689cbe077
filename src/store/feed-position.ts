import { sql } from 'drizzle-orm';
import { bigint } from 'drizzle-orm/pg-core';

/** The number of the transaction that wrote a row, shifted by what a restored backup needs; see migration 0001. */
export const feedPosition = () => ({
  tx: bigint({ mode: 'number' }).notNull().default(sql`feed_transaction()`),
  seq: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
});
