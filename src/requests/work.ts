import type { Operation } from './shot.ts';

/** The next thing to do for a request, as data. Saved with the request in one transaction; the queue only carries it. */
export type Work =
  | { step: 'screen-prompt' }
  /** A free storyboard for curators of what is in review. */
  | { step: 'draw-preview' }
  /** A still by an image model, of what is in review. */
  | { step: 'make-still' }
  /** Waits in the fair order for its turn at the engine. */
  | { step: 'start-clip' }
  | { step: 'start-shot'; shot: number }
  | { step: 'check-shot'; shot: number; afterMs: number }
  | { step: 'download-shot'; shot: number }
  | { step: 'cancel-shot'; shot: number; engine: string; operation: Operation }
  | { step: 'finish-clip' }
  | { step: 'screen-clip' }
  | { step: 'deliver' }
  | { step: 'make-versions' }
  | { step: 'remove-reply' };

export type Step = Work['step'];
export type WorkOf<S extends Step> = Extract<Work, { step: S }>;

export const STEPS = [
  'screen-prompt',
  'draw-preview',
  'make-still',
  'start-clip',
  'start-shot',
  'check-shot',
  'download-shot',
  'cancel-shot',
  'finish-clip',
  'screen-clip',
  'deliver',
  'make-versions',
  'remove-reply',
] as const satisfies readonly Step[];

/** What nobody waits for: one at a time, after everything else, so that clips which somebody waits for are not held up. */
export const LEISURELY_STEP = 'make-versions' satisfies Step;

/** A work row as one worker holds it. The epoch goes up each time the row is handed out, so an old holder is known. */
export interface WorkTicket {
  id: string;
  epoch: number;
}

/**
 * Names a work row: the same work of the same version of a request is one row, however often it is saved.
 * Letters, digits, `-` and `.` only, since it becomes part of a BullMQ job id, which may hold no `:`.
 */
export function workId(requestId: string, version: number, work: Work): string {
  const shot = 'shot' in work ? `.${work.shot}` : '';
  return `${requestId}-${work.step}${shot}-v${version}`;
}
