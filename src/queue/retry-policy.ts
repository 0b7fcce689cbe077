import { AdapterError, type FailedDuring, type Step } from '../requests/index.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How patiently a step is tried again. */
interface Patience {
  /** The first wait is drawn from 0 to this, each later one from twice as much as the last, in milliseconds. */
  baseMs: number;
  /** No wait is drawn from more than this, in milliseconds. */
  capMs: number;
  /** Given up when so many tries failed. `Infinity`: never. */
  attempts: number;
  /** What the request failed in then; null where the step's failing is no failure of the request. */
  during: FailedDuring | null;
}

const PATIENCE: Record<Step, Patience> = {
  'screen-prompt': { baseMs: SECOND, capMs: MINUTE, attempts: 6, during: 'screening' },
  // Nobody but a curator waits for it, who can ask again.
  'draw-preview': { baseMs: SECOND, capMs: MINUTE, attempts: 3, during: null },
  // What is in doubt is never tried again; this is for what never left.
  'make-still': { baseMs: 2 * SECOND, capMs: MINUTE, attempts: 6, during: null },
  'start-clip': { baseMs: SECOND, capMs: MINUTE, attempts: 8, during: 'generating' },
  'start-shot': { baseMs: 2 * SECOND, capMs: 2 * MINUTE, attempts: 8, during: 'generating' },
  // From here on the engine is paid, so an outage of an hour is sat out.
  'check-shot': { baseMs: 2 * SECOND, capMs: 5 * MINUTE, attempts: 30, during: 'generating' },
  'download-shot': { baseMs: 2 * SECOND, capMs: 5 * MINUTE, attempts: 30, during: 'generating' },
  'finish-clip': { baseMs: 2 * SECOND, capMs: MINUTE, attempts: 4, during: 'finishing' },
  'screen-clip': { baseMs: SECOND, capMs: MINUTE, attempts: 6, during: 'finishing' },
  deliver: { baseMs: 2 * SECOND, capMs: 10 * MINUTE, attempts: 20, during: 'delivering' },
  'cancel-shot': { baseMs: 2 * SECOND, capMs: 5 * MINUTE, attempts: 10, during: null },
  // The clip is out without them.
  'make-versions': { baseMs: 10 * SECOND, capMs: 5 * MINUTE, attempts: 4, during: null },
  // A clip that was taken down must go, however long its platform is away.
  'remove-reply': { baseMs: 5 * SECOND, capMs: HOUR, attempts: Number.POSITIVE_INFINITY, during: null },
};

/** A bug is tried again in case it was a moment's, not for hours. */
const ATTEMPTS_AT_A_BUG = 5;

/** Being told to wait costs no try, but only for so long: a service that always says "later" must end too. */
const PATIENCE_WITH_LATER_MS = 48 * HOUR;

/** No wait is longer than this, whatever the other side asks for. */
const LONGEST_WAIT_MS = 24 * HOUR;

/** A process that dies in a step takes its error with it, and is forgiven so many times more than an error is. */
const DEATHS_FORGIVEN = 10;

export interface Failure {
  step: Step;
  /** The number of the try that failed, from 1. */
  attempt: number;
  error: unknown;
  /** For how long the request has been in its state, in milliseconds. */
  sinceMs: number;
  /** 0 ≤ random < 1. */
  random: number;
}

export type RetryRuling =
  /** `attempt` is the number of the next try. */
  { next: 'retry'; afterMs: number; attempt: number } | { next: 'give-up' };

/**
 * What follows a failed try. Waits grow exponentially with full jitter, so that what failed together does not come
 * back together (AWS Architecture Blog, "Exponential Backoff And Jitter", 2015).
 */
export function retryPolicy({ step, attempt, error, sinceMs, random }: Failure): RetryRuling {
  const patience = PATIENCE[step];
  const asked = error instanceof AdapterError && error.retryable ? error.retryAfterMs : null;
  const drawn = random * Math.min(patience.capMs, patience.baseMs * 2 ** Math.min(attempt - 1, 30));
  const afterMs = Math.round(Math.min(LONGEST_WAIT_MS, asked === null ? drawn : Math.max(asked, SECOND) + drawn));
  if (asked !== null && sinceMs < PATIENCE_WITH_LATER_MS) return { next: 'retry', afterMs, attempt };
  if (attempt >= attemptsFor(patience, error)) return { next: 'give-up' };
  return { next: 'retry', afterMs, attempt: attempt + 1 };
}

/** Whether a row was begun so often, each time without an end, that it must not be run again. */
export function begunTooOften(step: Step, attempt: number): boolean {
  return attempt > PATIENCE[step].attempts + DEATHS_FORGIVEN;
}

/** What the request failed in when this step is given up; null where the request is none the worse for it. */
export function failureOf(step: Step): FailedDuring | null {
  return PATIENCE[step].during;
}

function attemptsFor(patience: Patience, error: unknown): number {
  if (patience.attempts === Number.POSITIVE_INFINITY) return patience.attempts;
  if (!(error instanceof AdapterError)) return Math.min(ATTEMPTS_AT_A_BUG, patience.attempts);
  return error.retryable ? patience.attempts : 1;
}
