/** How the winners of a call are found: by the votes for each clip, or by duels between them. */
export interface WinnersRule {
  by: (typeof WINNERS_BY)[number];
  /** How many places there are, from 1 to `MOST_PLACES`. */
  places: number;
}

export const WINNERS_BY = ['votes', 'duels'] as const;
export const MOST_PLACES = 10;

/** Of a call that says nothing of it. */
export const USUAL_WINNERS: WinnersRule = { by: 'votes', places: 3 };
