import { z } from 'zod';

/** Why something is restricted, for the one who asked for it, in their language of now. */
export const statementView = z.object({
  at: z.string(),
  decision: z.string(),
  facts: z.string(),
  grounds: z.array(z.object({ title: z.string(), sentence: z.string() })),
  /** What can be done about it. */
  redress: z.array(z.string()),
});
export type StatementView = z.infer<typeof statementView>;
