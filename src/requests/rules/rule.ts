import type { EventKind, EventOf } from '../event.ts';
import type { Instant } from '../instant.ts';
import type { Asked, PromptRequest } from '../request.ts';
import type { Work } from '../work.ts';

type Body<R> = R extends PromptRequest ? Omit<R, keyof Asked | 'version' | 'changedAt'> & Partial<Asked> : never;

/** What a rule answers: the state's own data and the work to do, or why the event does not apply. */
export type Ruling = { next: Body<PromptRequest>; work?: Work[] } | 'already-so' | 'not-now' | 'same-curator';

export type Rule<K extends EventKind> = (request: PromptRequest, event: EventOf<K>, now: Instant) => Ruling;
export type Rules<K extends EventKind> = { [Kind in K]: Rule<Kind> };
