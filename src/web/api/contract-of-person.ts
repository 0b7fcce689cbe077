import { z } from 'zod';

/** A requester's word against a decision, and what came of it. */
export const appealView = z.object({
  at: z.string(),
  words: z.string(),
  of: z.enum(['refused', 'declined', 'blocked']),
  against: z.array(z.string()),
  decided: z
    .object({ curator: z.string(), at: z.string(), upheld: z.boolean(), note: z.string().nullable() })
    .nullable(),
});

/** What counts against a member. */
export const strikesView = z.object({
  weight: z.number(),
  /** They wait so long after each request, in seconds; 0: no longer than others. */
  slowSeconds: z.number(),
  blockedUntil: z.string().nullable(),
  /** Newest first. Lifted, or counted again, by an action on the request that it stands for. */
  list: z.array(
    z.object({
      requestId: z.string(),
      /** A policy's code; `rules`: declined as against the rules. */
      policy: z.string(),
      weight: z.number(),
      at: z.string(),
      until: z.string(),
      /** Whether it counts, until then; a curator may have lifted it. */
      counts: z.boolean(),
      word: z.object({ curator: z.string(), at: z.string(), reason: z.string() }).nullable(),
    }),
  ),
});

/** What a curator does about them. */
export const personActions = [
  z.object({ action: z.literal('lift-strike'), reason: z.string().trim().min(1).max(500) }),
  z.object({ action: z.literal('restore-strike'), reason: z.string().trim().min(1).max(500) }),
  z.object({ action: z.literal('let-picture-in') }),
  z.object({ action: z.literal('dismiss-appeal'), note: z.string().trim().min(1).max(500).optional() }),
] as const;
