import { z } from 'zod';

const locale = z.enum(['en', 'ar']);

/** The curator's own decisions that can still be taken back, soonest first. */
export const waitingDecisions = z.object({
  decisions: z.array(
    z.object({ requestId: z.string(), prompt: z.string(), locale, action: z.string(), effectAt: z.string() }),
  ),
});
export type WaitingDecisions = z.infer<typeof waitingDecisions>;

/** Most requests that are decided, or taken back, at once. */
export const TOGETHER_AT_MOST = 200;
const requestIds = z
  .array(z.string().regex(/^[\w.-]{1,80}$/))
  .min(1)
  .max(TOGETHER_AT_MOST);

export const undoing = z.object({ ids: requestIds });
/** Those for which it was not too late. */
export const undone = z.object({ ids: z.array(z.string()) });
export type Undone = z.infer<typeof undone>;

/** The same for many: no prompt of one is another's. */
export const decidingTogether = z.object({
  ids: requestIds,
  act: z.discriminatedUnion('action', [
    z.object({ action: z.literal('approve'), note: z.string().trim().max(500).optional() }),
    z.object({ action: z.literal('decline'), reason: z.string(), note: z.string().trim().max(500).optional() }),
    z.object({ action: z.literal('escalate'), note: z.string().trim().max(500).optional() }),
    z.object({
      action: z.literal('hold'),
      note: z.string().trim().max(500).optional(),
      until: z.iso.datetime().optional(),
    }),
    z.object({ action: z.literal('merge'), into: z.string().regex(/^[\w.-]{1,80}$/) }),
  ]),
});
export type DecidingTogether = z.infer<typeof decidingTogether>;
export const decidedTogether = z.object({
  done: z.array(z.string()),
  left: z.array(z.object({ id: z.string(), message: z.string() })),
});
export type DecidedTogether = z.infer<typeof decidedTogether>;

/** Who has which request in hand. */
export const deskClaims = z.object({
  claims: z.array(z.object({ requestId: z.string(), curator: z.string(), until: z.string(), mine: z.boolean() })),
});
export type DeskClaims = z.infer<typeof deskClaims>;
