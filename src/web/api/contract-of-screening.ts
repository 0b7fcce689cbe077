import { z } from 'zod';

const outcome = z.enum(['allow', 'review', 'refuse']);

/** What screening found; `readAs`: the code of what was heard in its favour. */
export const flag = z.object({
  policy: z.string(),
  outcome,
  evidence: z.string(),
  source: z.string(),
  readAs: z.string().optional(),
});

/** What screening says of a request, on its card. */
export const screeningOfCard = {
  flags: z.array(flag),
  screening: outcome.nullable(),
  /** Whether its picture is never accepted again, nor one that looks like it; `let-in`: not any more. */
  pictureKeptOut: z.enum(['yes', 'let-in']).nullable(),
};
