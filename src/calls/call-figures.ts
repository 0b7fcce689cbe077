/** How a call fills. */
export interface CallFigure {
  /** How many requests are in each state; those in which none is are left out. */
  byState: Readonly<Record<string, number>>;
  /** How many members asked. */
  members: number;
}

export interface CallFigures {
  /** Of each call, in the order of the ids. */
  of(callIds: readonly string[]): Promise<CallFigure[]>;
}
