import { z } from 'zod';
import { DECLINE_REASONS } from '../../wording/decline-reasons.ts';

const sentence = z.string().trim().min(1).max(300);

/** A sentence for requesters, in both languages: each is told it in theirs. */
export const writingSentence = z.object({
  reason: z.enum(DECLINE_REASONS),
  en: sentence,
  ar: sentence,
  /** For everybody at the desk; leads may. */
  shared: z.boolean().default(false),
});

/** The same anew; whose it is stays. */
export const rewritingSentence = writingSentence.omit({ shared: true });

export const declineSentences = z.object({
  sentences: z.array(
    z.object({
      id: z.string(),
      reason: z.string(),
      en: z.string(),
      ar: z.string(),
      shared: z.boolean(),
      /** Whether the viewer may write it anew or take it out. */
      removable: z.boolean(),
    }),
  ),
});
export type DeclineSentences = z.infer<typeof declineSentences>;
