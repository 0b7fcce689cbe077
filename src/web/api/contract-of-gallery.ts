import { z } from 'zod';

/** How something stands with whoever votes: a tally, whether the viewer is in it, and what is held of it. */
export const supportView = z.object({
  votes: z.number(),
  viewers: z.number(),
  voted: z.boolean(),
  heldVotes: z.number(),
  voteHeld: z.boolean(),
});
export type Support = z.infer<typeof supportView>;

/** How clips stand with whoever asks; the pages of the gallery are the same for everybody. */
export const clipStandings = z.array(
  supportView.extend({
    id: z.string(),
    /** One does not vote for one's own. */
    mine: z.boolean(),
  }),
);
export type ClipStandings = z.infer<typeof clipStandings>;
