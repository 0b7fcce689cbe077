import type { SpendingKind } from '../x-records.ts';
import { MICRO_DOLLARS, toDollars } from './prices.ts';

export interface CostItem {
  kind: SpendingKind;
  /** US dollars for one. */
  each: number;
  count: number;
  dollars: number;
}

/** What X asks for a call. */
export interface CostOfCall {
  /** Every mention is read once. */
  hearing: CostItem;
  /** What is made is looked up before; free where it was heard on the same day. */
  lookingUp: CostItem;
  replying: CostItem;
  /** Each clip is described for those who do not see it. */
  describing: CostItem;
  /** On each later day: whether what was answered is still there … */
  watching: CostItem;
  /** … and how many like the replies. */
  likes: CostItem;
}

/** By the price list, for so many requests of which so many become clips; the others are declined without a reply. */
export function costOfCall({ requests, clips }: { requests: number; clips: number }): CostOfCall {
  return {
    hearing: item('own-read', requests),
    lookingUp: item('read', clips),
    replying: item('reply', clips),
    describing: item('alt-text', clips),
    watching: item('read', clips),
    likes: item('like-read', clips),
  };
}

function item(kind: SpendingKind, count: number): CostItem {
  return { kind, each: toDollars(MICRO_DOLLARS[kind]), count, dollars: toDollars(MICRO_DOLLARS[kind] * count) };
}

/** Of the whole call, and of each day on which it is looked after. */
export function totalsOf({ hearing, lookingUp, replying, describing, watching, likes }: CostOfCall): {
  call: number;
  day: number;
} {
  return {
    call: hearing.dollars + lookingUp.dollars + replying.dollars + describing.dollars,
    day: watching.dollars + likes.dollars,
  };
}
