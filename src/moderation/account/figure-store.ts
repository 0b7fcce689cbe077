import type { Instant } from '../../requests/index.ts';

export const FIGURE_STEPS = ['hour', 'day'] as const;
export type FigureStep = (typeof FIGURE_STEPS)[number];

/** What happened in one hour or day (UTC), which begins at the moment. */
export interface FigureTimes {
  at: Instant;
  asked: number;
  /** Decided by a curator: left review. */
  decided: number;
  delivered: number;
  /** Waiting for a curator when it was over. */
  waiting: number;
  /** From the moment it waited to the decision, in seconds; null where nothing was decided. */
  p50: number | null;
  p95: number | null;
}

export interface CuratorFigures {
  curator: string;
  approved: number;
  declined: number;
  escalated: number;
  /** Everything else they did: releases, appeals, strikes, what failed. */
  other: number;
  p50: number | null;
  p95: number | null;
  /** Where two decided the same request, one after the other: how often the other decided as they had, or did. */
  together: number;
  agreed: number;
  /** Decisions of theirs that an appeal turned round. */
  overturned: number;
  /** Seeded cases they decided, and those in which they did what was right. */
  seeded: { answered: number; correct: number };
}

/** What came of reviewing from a moment on to another. */
export interface Figures {
  /** At this moment, whatever the time that is looked at. */
  waiting: number;
  oldestWaiting: Instant | null;
  /** One for each hour or day, in their order, without gaps. */
  times: FigureTimes[];
  p50: number | null;
  p95: number | null;
  /** Declined by curators, by reason; most frequent first. */
  reasons: { reason: string; count: number }[];
  /** Refused or blocked by screening alone, by policy; one that was refused for several counts to each. */
  policies: { policy: string; count: number }[];
  curators: CuratorFigures[];
  /** Reviews that two decided, and those in which the second decided as the first had. */
  agreement: { together: number; agreed: number };
  appeals: { asked: number; upheld: number; dismissed: number };
}

export interface FigureStore {
  /** `from` begins an hour or a day (UTC); what happened at `until` or later does not count. */
  figures(from: Instant, until: Instant, step: FigureStep): Promise<Figures>;
}
