import { z } from 'zod';

/** What a curator decided that was a check, and was not told of yet. */
export const seededAnswers = z.object({
  cases: z.array(
    z.object({
      requestId: z.string(),
      prompt: z.string(),
      locale: z.enum(['en', 'ar']),
      right: z.enum(['approve', 'decline']),
      correct: z.boolean(),
      /** What it goes against, or seems to; null: nothing. */
      policy: z.string().nullable(),
    }),
  ),
});
export type SeededAnswers = z.infer<typeof seededAnswers>;

export const seededTold = z.object({ ids: z.array(z.string().regex(/^[\w.-]{1,80}$/)).max(100) });
