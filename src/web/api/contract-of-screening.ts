import { z } from 'zod';

export const outcome = z.enum(['allow', 'review', 'refuse']);

/** What screening found; `readAs`: the code of what was heard in its favour. */
export const flag = z.object({
  policy: z.string(),
  outcome,
  evidence: z.string(),
  source: z.string(),
  readAs: z.string().optional(),
});
