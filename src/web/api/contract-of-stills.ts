import { z } from 'zod';
import { flag } from './contract-of-screening.ts';

/** A still by the image model, for curators alone. */
export const stillView = z.object({
  /** `making` until there is one or not; `uncertain`: there is none, and it may have been billed. */
  state: z.enum(['making', 'made', 'failed', 'uncertain']),
  /** Names it in an approval; null until it is made. */
  key: z.string().nullable(),
  /** The words that it is made of. */
  prompt: z.string(),
  pictureUrl: z.string().nullable(),
  /** What screening says of it. */
  flags: z.array(flag),
  /** Why there is none. */
  failure: z
    .object({ kind: z.enum(['moderation', 'maker', 'not-a-picture', 'budget', 'screening']), message: z.string() })
    .nullable(),
  /** Whether a clip of the same words begins with it: its engine takes pictures. */
  begins: z.boolean(),
});
export type StillView = z.infer<typeof stillView>;
