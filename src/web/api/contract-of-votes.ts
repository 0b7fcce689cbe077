import { z } from 'zod';

const standing = z.enum(['held', 'released', 'void']);

/** Votes that look agreed upon. Who cast them is told to nobody. */
export const voteCases = z.object({
  cases: z.array(
    z.object({
      id: z.string(),
      pattern: z.enum(['burst', 'ring', 'mutual']),
      standing,
      foundAt: z.string(),
      votes: z.number(),
      voters: z.number(),
      /** What was voted for, as far as it is still there. */
      targets: z.array(
        z.object({
          kind: z.enum(['request', 'clip', 'duel']),
          id: z.string(),
          prompt: z.string(),
          locale: z.enum(['en', 'ar']),
        }),
      ),
      acts: z.array(
        z.object({
          at: z.string(),
          act: standing,
          curator: z.string().nullable(),
          reason: z.string().nullable(),
          votes: z.number(),
        }),
      ),
    }),
  ),
});
export type VoteCases = z.infer<typeof voteCases>;

export const settlingVotes = z.object({
  standing: z.enum(['released', 'void']),
  reason: z.string().trim().min(3).max(500),
});
export type SettlingVotes = z.infer<typeof settlingVotes>;
