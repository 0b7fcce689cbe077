import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { WorkerProcessMessage } from '../fakes/worker-process.ts';
import { waitUntil } from '../services.ts';
import type { QueueSetUp } from './queue-set-up.ts';

/** A worker in a process of its own, on these records, that holds still in the middle of `deliver`. */
export async function workerProcess({ redis, records, logger }: QueueSetUp) {
  const child = fork(new URL('../fakes/worker-process.ts', import.meta.url), [JSON.stringify(redis.address)]);
  const told = { ready: false, holding: false };
  let isCurrent: boolean | null = null;
  let saved: unknown = null;
  let waits = false;
  child.on('message', async (message: WorkerProcessMessage) => {
    if (message.kind === 'ready') told.ready = true;
    else if (message.kind === 'holding') told.holding = true;
    else if (message.kind === 'is-current') isCurrent = message.isCurrent;
    else {
      const port = records[message.port] as unknown as Record<string, (...given: unknown[]) => Promise<unknown>>;
      const answer = await port[message.method]?.(...message.parameters);
      if (waits && message.method === 'save') saved = answer;
      if (child.connected) child.send({ call: message.call, answer: answer ?? null }, () => {});
    }
  });
  child.on('error', (error) => logger.debug({ err: error }, 'The worker process'));
  await waitUntil(() => told.ready, 'the worker process');
  return {
    child: child as ChildProcess,
    isHolding: () => waitUntil(() => told.holding, 'the middle of a step'),
    goOn() {
      waits = true;
      child.send({ goOn: true });
    },
    async outcome() {
      await waitUntil(() => saved !== null, 'the try to save');
      return { isCurrent, saved };
    },
    async end() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    },
  };
}
