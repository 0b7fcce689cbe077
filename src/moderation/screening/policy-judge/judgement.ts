import { z } from 'zod';
import { JUDGED_POLICIES } from '../policies.ts';

/** The only form in which a judge can answer. There is no word in it for "approved". */
export const judgement = z.object({
  violations: z.array(
    z.object({
      policy: z.enum(JUDGED_POLICIES.map(({ code }) => code)),
      verdict: z.enum(['review', 'refuse']),
      /** The words of the prompt, or what is seen, that made it so. */
      words: z.string(),
      /** 0 to 1. */
      confidence: z.number(),
      /** What a curator should look at. */
      look_at: z.string(),
    }),
  ),
  /** Whether the prompt speaks to the judge instead of describing a clip. */
  speaks_to_the_judge: z.boolean(),
});

export type Judgement = z.infer<typeof judgement>;
