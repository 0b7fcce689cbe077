import { z } from 'zod';
import { clipView } from './contract.ts';

/** What the pages and the HTTP interface say to each other of where a file comes from, see `contract.ts`. */

/** What the content credentials (C2PA) of a file say, and whether it still is what was signed. */
export const credentialsView = z.object({
  whole: z.boolean(),
  byUs: z.boolean(),
  signer: z.string().nullable(),
  engine: z.string().nullable(),
  promptHash: z.string().nullable(),
  by: z.enum(['model', 'program']).nullable(),
});
export type CredentialsView = z.infer<typeof credentialsView>;

export const verificationView = z.object({
  /** What its credentials say; null where it has none. */
  credentials: credentialsView.nullable(),
  /** The clip of this installation that it is or looks like; null where it is none we know. */
  known: z
    .object({
      by: z.enum(['file', 'frames']),
      sureness: z.enum(['certain', 'nearly-certain', 'likely']),
      /** The share of the frames looked at that are like one of the clip's, 0 to 1. */
      share: z.number(),
      engine: z.string(),
      promptHash: z.string().nullable(),
      /** When it was sent; null where it never was. */
      deliveredAt: z.string().nullable(),
      /** The clip itself, where everybody may see it. */
      clip: clipView.nullable(),
    })
    .nullable(),
});
export type VerificationView = z.infer<typeof verificationView>;
