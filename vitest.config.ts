import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { nodeArguments } from './scripts/launch/node-arguments.mjs';
import { LongFirst } from './tests/machine/long-first.ts';

/** Where `.ci/run` wants the numbers. */
const report = process.env.TEST_REPORT;

/** A real process, a database or a browser answers late on a busy machine; only a hang should run into these. */
const slow = { testTimeout: 120_000, hookTimeout: 120_000, teardownTimeout: 20_000 };

export default defineConfig({
  test: {
    globalSetup: ['tests/machine/test-run.ts', 'tests/machine/empty-records.ts'],
    reporters: report === undefined ? ['default'] : ['default', ['json', { outputFile: report }]],
    silent: 'passed-only',
    sequence: { sequencer: LongFirst },
    // Whoever asks in a test asks in the words of others, and has a clip of their own; folding is tried for itself.
    env: { FOLD_DUPLICATES: 'off' },
    execArgv: nodeArguments,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'tests/*.test.ts',
            'tests/unit/**/*.test.{ts,tsx}',
            'tests/contracts/**/*.test.ts',
            'tests/simulators/**/*.test.ts',
            'tests/guardrails/**/*.test.ts',
            'tests/likeness/**/*.test.ts',
          ],
          pool: 'forks',
          // Many of them wait for a simulator more than they work.
          maxWorkers: Math.min(3, availableParallelism() + 1),
          // One load of the code a worker instead of one a file: a third of their processor time. So no test may leave
          // anything behind in a module.
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      // These start whole processes and kill them, or draw for seconds: when nothing else runs. Three, since each waits often.
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['tests/journeys/**/*.test.ts', 'tests/browser/**/*.test.ts'],
          pool: 'forks',
          maxWorkers: Math.min(3, availableParallelism() + 1),
          ...slow,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
