import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jobIdOf, parseJob } from '../../../src/queue/job.ts';
import type { WorkRow } from '../../../src/queue/work-store.ts';

describe('parseJob', () => {
  it('takes a ticket', () => {
    expect(parseJob({ id: 'r1-deliver-v9', epoch: 3 })).toEqual({ id: 'r1-deliver-v9', epoch: 3 });
  });

  it('answers null for anything else, and never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        expect(parseJob(data)).toBeNull();
      }),
    );
    expect(parseJob({ id: 'r1-deliver-v9', epoch: 3, prompt: 'must not stand in Redis' })).toBeNull();
  });
});

describe('jobIdOf', () => {
  it('is another for each round of a row, and none that BullMQ refuses', () => {
    const row: WorkRow = {
      id: 'r1-start-shot.0-v4',
      epoch: 2,
      requestId: 'r1',
      work: { step: 'start-shot', shot: 0 },
      attempt: 1,
      dueAt: '2026-11-23T08:00:00.000Z',
    };
    const ids = [row, { ...row, epoch: 3 }, { ...row, epoch: 3, attempt: 2 }].map(jobIdOf);
    expect(new Set(ids).size).toBe(3);
    for (const id of ids) expect(id).not.toContain(':');
  });
});
