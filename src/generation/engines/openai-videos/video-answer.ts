import { z } from 'zod';
import { AdapterError, type Operation, type ShotFailure } from '../../../requests/index.ts';
import { isModeration } from '../../is-moderation.ts';
import type { OperationStatus } from '../../video-engine.ts';

/** What all dialects have in common; the rest is not relied on. Numbers come as strings from some. */
const videoAnswer = z.object({
  id: z.string().min(1),
  status: z.string().catch('unknown'),
  progress: z.coerce.number().nullish().catch(null),
  prompt: z.string().nullish().catch(null),
  /** Unix time in seconds. */
  created_at: z.coerce.number().nullish().catch(null),
  expires_at: z.coerce.number().nullish().catch(null),
  error: z
    .object({ code: z.union([z.string(), z.number()]).nullish(), message: z.string().nullish() })
    .nullish()
    .catch(null),
});

export type VideoAnswer = z.infer<typeof videoAnswer>;

/** Throws for what is no answer of `/v1/videos`, such as a proxy's page: what became of the question is not known. */
export function readVideoAnswer(body: unknown): VideoAnswer {
  const parsed = videoAnswer.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new AdapterError('The engine answered with something that is no video job', {
    adapter: 'openai-videos',
    code: 'bad-answer',
    retryable: true,
  });
}

const operationShape = z.object({ video: z.string().min(1) });

export function toOperation({ id }: Pick<VideoAnswer, 'id'>): Operation {
  return { video: id };
}

export function videoOf(operation: Operation): string {
  const parsed = operationShape.safeParse(operation);
  if (parsed.success) return parsed.data.video;
  throw new AdapterError('Not an operation of this engine', {
    adapter: 'openai-videos',
    code: 'unknown-operation',
    retryable: false,
  });
}

/** Unknown words for a status stand for "not over yet": what was paid for is not given up for a word. */
export function statusOf(answer: VideoAnswer, { now, checkAfterMs }: { now: Date; checkAfterMs: number }) {
  switch (answer.status) {
    case 'completed':
    case 'succeeded':
      return hasExpired(answer, now)
        ? failed({ kind: 'expired', message: 'The engine keeps the file no longer' })
        : ({ state: 'rendered' } as const);
    case 'failed':
    case 'cancelled':
    case 'canceled':
      return failed(failureOf(answer));
    default: {
      const { progress } = answer;
      const share = progress == null ? null : Math.min(1, Math.max(0, progress / 100));
      return { state: 'running', progress: share, checkAfterMs } satisfies OperationStatus;
    }
  }
}

function failed(failure: ShotFailure): OperationStatus {
  return { state: 'failed', failure };
}

function hasExpired({ expires_at: expiresAt }: VideoAnswer, now: Date): boolean {
  return expiresAt != null && expiresAt > 0 && expiresAt * 1000 <= now.getTime();
}

function failureOf({ status, error }: VideoAnswer): ShotFailure {
  const message = error?.message || `The engine says: ${status}`;
  return { kind: isModeration(error?.code, message) ? 'moderation' : 'engine', message };
}
