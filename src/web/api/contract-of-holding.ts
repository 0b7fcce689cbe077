import { z } from 'zod';

export const holdView = z.object({
  kind: z.enum(['later', 'question']),
  curator: z.string(),
  note: z.string().nullable(),
  /** ISO 8601: when it waits again; null: when a curator takes it back. */
  until: z.string().nullable(),
});

/** What a curator asked the requester, with what they answered. */
export const questionView = z.object({
  curator: z.string(),
  at: z.string(),
  words: z.string(),
  answers: z.array(z.object({ at: z.string(), words: z.string() })),
});
