import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPacedRuns, type PacedRuns } from '../../../src/bots/paced-runs.ts';
import { AdapterError } from '../../../src/requests/index.ts';

const later = new AdapterError('later', { adapter: 'fake', code: 'busy', retryable: true, retryAfterMs: 5000 });
const never = new AdapterError('never', { adapter: 'fake', code: 'gone', retryable: false });

describe('runs at a pace', () => {
  let ran: { key: string; at: number }[];
  let failures: unknown[];
  let givenUp: unknown[];
  let runs: PacedRuns;
  beforeEach(() => {
    vi.useFakeTimers();
    [ran, failures, givenUp] = [[], [], []];
    runs = createPacedRuns({
      run: async (key) => {
        ran.push({ key, at: Date.now() });
        const failure = failures.shift();
        if (failure) throw failure;
      },
      onGivenUp: (error) => givenUp.push(error),
    });
    vi.setSystemTime(0);
  });
  afterEach(async () => {
    await runs.close();
    vi.useRealTimers();
  });
  const times = () => ran.map(({ at }) => Math.round(at / 100) * 100);

  it('begin at once, and then in their time, once for all that was asked meanwhile', async () => {
    const asked = Array.from({ length: 10 }, () => runs.ask('a', 1000));
    await vi.advanceTimersByTimeAsync(5000);
    await Promise.all(asked);
    expect(times()).toEqual([0, 1000]);
    await Promise.all([runs.ask('a', 1000)]);
    expect(times()).toEqual([0, 1000, 5000]);
  });

  it('do not wait for those of another key', async () => {
    failures = [later];
    void runs.ask('slow', 1000);
    await runs.ask('quick', 1000);
    expect(ran.map(({ key }) => key)).toEqual(['slow', 'quick']);
  });

  it('are tried again as the other side asks, and resolve only then', async () => {
    failures = [later];
    let done = false;
    void runs.ask('a', 0).then(() => {
      done = true;
    });
    await vi.advanceTimersByTimeAsync(4000);
    expect(done).toBe(false);
    await vi.advanceTimersByTimeAsync(1500);
    expect(done).toBe(true);
    expect(times()).toEqual([0, 5000]);
  });

  it('are given up where trying again cannot help', async () => {
    failures = [never];
    await runs.ask('a', 0);
    expect(givenUp).toEqual([never]);
    expect(ran).toHaveLength(1);
  });

  it('that still wait at the end are not said to be done', async () => {
    await runs.ask('a', 60_000);
    let done = false;
    void runs.ask('a', 60_000).then(() => {
      done = true;
    });
    await runs.close();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(done).toBe(false);
    expect(ran).toHaveLength(1);
  });
});
