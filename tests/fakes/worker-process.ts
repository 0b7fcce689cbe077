import { pino } from 'pino';
import { createWorker } from '../../src/queue/worker.ts';
import { createFakeStepHandlers } from './fake-step-handlers.ts';

/** What this process tells the one that keeps the records. */
export type WorkerProcessMessage =
  | { kind: 'ready' }
  | { kind: 'holding' }
  | { kind: 'is-current'; isCurrent: boolean }
  | { kind: 'call'; call: number; port: 'work' | 'requests'; method: string; parameters: unknown[] };

const tell = (message: WorkerProcessMessage) => process.send?.(message);
const open = new Map<number, (answer: unknown) => void>();
let calls = 0;
let goOn: () => void = () => {};

process.on('message', (message: { goOn: true } | { call: number; answer: unknown }) => {
  if ('goOn' in message) return goOn();
  open.get(message.call)?.(message.answer);
  open.delete(message.call);
});
process.once('disconnect', () => process.exit(0));

/** The records of the process that started this one. */
function remote<Port extends object>(port: 'work' | 'requests'): Port {
  return new Proxy({} as Port, {
    get: (_, method) =>
      method === 'then' ? undefined : (...parameters: unknown[]) => call(port, String(method), parameters),
  });
}

function call(port: 'work' | 'requests', method: string, parameters: unknown[]): Promise<unknown> {
  calls += 1;
  const number = calls;
  return new Promise((resolve) => {
    open.set(number, resolve);
    tell({ kind: 'call', call: number, port, method, parameters });
  });
}

const handlers = createFakeStepHandlers();
createWorker({
  redis: JSON.parse(process.argv[2] ?? ''),
  concurrency: 5,
  work: remote('work'),
  requests: remote('requests'),
  handlers: {
    ...handlers,
    async deliver(context) {
      const resumed = new Promise<void>((resolve) => {
        goOn = resolve;
      });
      tell({ kind: 'holding' });
      await resumed;
      tell({ kind: 'is-current', isCurrent: await context.isCurrent() });
      return handlers.deliver(context);
    },
  },
  clock: () => new Date(),
  logger: pino({ level: 'silent' }),
  random: Math.random,
  leaseMs: 600,
});
tell({ kind: 'ready' });
