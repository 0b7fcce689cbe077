import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';

/**
 * What near duplicates are found by. Apart from `requests`, since a request changes a dozen times and its prompt hardly
 * ever: a dozen index entries would be written with each save. `marks` is null until they are made anew, as after a change
 * of how they are made.
 */
export const prompts = pgTable(
  'prompts',
  {
    requestId: text().primaryKey(),
    key: text().notNull(),
    marks: integer().array(),
    /** It shares another's fate and clip, and is found by that one; kept by a trigger on `requests`. */
    folded: boolean().notNull().default(false),
    /** Names it in a dozen rows of `prompt_marks`, where the id would take ten times as much; the newer the higher. */
    number: integer().notNull().generatedAlwaysAsIdentity().unique('prompts_number'),
  },
  (table) => [
    index('prompts_by_key').on(table.key, table.requestId).where(sql`not folded`),
    index('prompts_unmarked').on(table.requestId).where(sql`marks is null`),
  ],
);

/**
 * Each mark of each prompt that is found by its marks; kept by a trigger on `prompts`. Rows, and no index of the arrays: that
 * gives all that have a mark before the first is taken, and of a mark that thousands have the newest are enough.
 */
export const promptMarks = pgTable(
  'prompt_marks',
  { mark: integer().notNull(), prompt: integer().notNull() },
  (table) => [primaryKey({ columns: [table.mark, table.prompt] })],
);
