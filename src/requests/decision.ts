import type { HistoryEntry } from './history.ts';
import type { MoneyMove } from './money.ts';
import type { PromptRequest } from './request.ts';
import type { Work } from './work.ts';

/** A request as an event left it, to be saved in one transaction. */
export interface Change {
  request: PromptRequest;
  entry: HistoryEntry;
  work: Work[];
}

/**
 * What an event comes to. `already-so`: it was applied before and says nothing new. `not-now`: the request's state
 * does not know the event; the state is named so that the caller can say why. `superseded`: the caller's work row was
 * handed to another worker meanwhile. `over-budget`: a budget of its reservation has no room for it. `same-curator`: it
 * takes another person than the one who decided before.
 */
export type Decision =
  | ({ applies: true; money: MoneyMove[] } & Change)
  | {
      applies: false;
      why: 'already-so' | 'not-now' | 'same-curator' | 'superseded' | 'over-budget';
      state: PromptRequest['state'];
    };
