import type { Action } from '../action.ts';
import type { Outcome, PageState, ShownMessage } from '../page-contract.ts';

type Without<Each, Keys extends string> = Each extends unknown ? Omit<Each, Keys> : never;
export type Doing = Without<Action, 'as' | 'channel'>;

/** What every part of the page can ask for. */
export interface Stage {
  state: () => PageState;
  /** Does something as the person one is, shows a form that answers it, and tells what went wrong. */
  perform: (doing: Doing) => Promise<Outcome>;
  /** Says something at the foot of the page, for screen readers too. */
  tell: (text: string) => void;
  /** What is written next answers this message. */
  answer: (message: ShownMessage) => void;
}
