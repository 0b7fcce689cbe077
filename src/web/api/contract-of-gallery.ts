import { z } from 'zod';

/** How clips stand with whoever asks; the pages of the gallery are the same for everybody. */
export const clipStandings = z.array(
  z.object({
    id: z.string(),
    votes: z.number(),
    viewers: z.number(),
    voted: z.boolean(),
    heldVotes: z.number(),
    voteHeld: z.boolean(),
    /** One does not vote for one's own. */
    mine: z.boolean(),
  }),
);
export type ClipStandings = z.infer<typeof clipStandings>;
