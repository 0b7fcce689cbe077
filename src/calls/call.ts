/** An open invitation. The standing call is always there. Times are ISO 8601 in UTC. */
export interface Call {
  id: string;
  theme: { en: string; ar: string };
  opensAt: string;
  /** Null: open until someone closes it. */
  closesAt: string | null;
  /** US dollars that its clips may cost in all; null: no limit. */
  budgetUsd: number | null;
  caps: {
    /** Requests of one member that are not settled yet. */
    openPerMember: number;
    /** Requests of one member within 24 hours. */
    perMemberPerDay: number;
  };
  /** An engine's id; null: the configured one. */
  engine: string | null;
}

export const STANDING_CALL_ID = 'standing';
