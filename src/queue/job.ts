import { z } from 'zod';
import type { WorkRow } from './work-store.ts';

/** The one BullMQ queue that all processes share. */
export const QUEUE_NAME = 'work';

/** In braces, so that a Redis cluster keeps all keys of the queue in one slot, as BullMQ's scripts demand. */
export const KEY_PREFIX = '{open-call}';

/** Ids only: what stands in Redis stands there in clear. */
const jobSchema = z.strictObject({ id: z.string().min(1).max(500), epoch: z.int().nonnegative() });
export type JobData = z.infer<typeof jobSchema>;

/** What a job carries, or null for anything that our dispatcher cannot have written. */
export function parseJob(data: unknown): JobData | null {
  const parsed = jobSchema.safeParse(data);
  return parsed.success ? parsed.data : null;
}

/**
 * The attempt for people who read the queue, the epoch so that a row that is handed out again is never taken for the
 * job of its last round, which may still stand in Redis (BullMQ ignores an id that it knows).
 */
export function jobIdOf({ id, attempt, epoch }: WorkRow): string {
  return `${id}-${attempt}-${epoch}`;
}
