import type { Decision, PromptRequest, RequestEvent, Step, WorkOf, WorkTicket } from '../requests/index.ts';

/** What a step came to. The runner commits it together with the end of the work row. */
export type StepResult =
  /** Apply the event. `ifMoot` puts right what was done outside when the request does not want it any more. */
  | { next: 'apply'; event: RequestEvent; ifMoot?: () => Promise<void> }
  /** Nothing to report yet: look again later. Costs no attempt. */
  | { next: 'again'; afterMs: number }
  /** There is nothing left to do. */
  | { next: 'nothing' };

export interface StepContext<S extends Step> {
  request: PromptRequest;
  work: WorkOf<S>;
  ticket: WorkTicket;
  /** 1 for the first try. */
  attempt: number;
  /** Applies an event on the way, without ending the work row, e.g. an intent. */
  apply(event: RequestEvent): Promise<Decision>;
  /** Whether the work row is still ours. Asked right before each call that must not be made twice. */
  isCurrent(): Promise<boolean>;
  /** Aborted when the process is stopping. */
  signal: AbortSignal;
}

/** Does one step. Throws an `AdapterError` for what may be tried again or given up by the retry policy. */
export type StepHandler<S extends Step> = (context: StepContext<S>) => Promise<StepResult>;
export type StepHandlers = { [S in Step]: StepHandler<S> };
