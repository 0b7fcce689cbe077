import { z } from 'zod';
import { WINNERS_BY } from '../../calls/winners-rule.ts';
import { requestView } from './contract.ts';

/** Who won a call that is over. */
export const callWinners = z.object({
  callId: z.string(),
  theme: z.object({ en: z.string(), ar: z.string() }),
  /** How they are found, or were. */
  by: z.enum(WINNERS_BY),
  /** Null: they are not found yet. */
  foundAt: z.string().nullable(),
  /** Best first; equals share a place. Whose clip was taken down is left out, and nobody moves up. */
  winners: z.array(z.object({ place: z.number(), request: requestView })),
});
export type CallWinners = z.infer<typeof callWinners>;
