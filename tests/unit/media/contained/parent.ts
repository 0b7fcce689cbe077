import { runContained } from '../../../../src/media/contained-process.ts';

/** Starts a task that tells its process id and waits, for a test that kills this process. */
await runContained(
  new URL('./misbehave.task.ts', import.meta.url),
  { do: 'tell-and-wait' },
  {
    timeoutMs: 60_000,
    maxMemoryBytes: 4e8,
    output: { paths: [], maxBytes: 1 },
    onProgress: (pid) => process.stdout.write(`${pid}\n`),
  },
);
