import { Worker } from 'node:worker_threads';
import type { Failure, FromThread, ToThread } from './embedded-thread.ts';

/** PGlite in a thread of its own. */
export interface EmbeddedThread {
  /** Gives PostgreSQL's protocol to PGlite and gives its answer; one after the other, in the order of the calls. */
  send(message: Uint8Array<ArrayBuffer>): Promise<Uint8Array>;
  close(): Promise<void>;
}

type Asked = PromiseWithResolvers<Uint8Array>;

/**
 * Opens the database in the folder in a thread of its own. PGlite answers without ever waiting, so within our own thread
 * each statement would keep sockets and timers waiting, and it could not use a second core.
 */
export async function startEmbeddedThread(folder: string): Promise<EmbeddedThread> {
  const worker = new Worker(new URL('./embedded-thread.ts', import.meta.url), { workerData: folder });
  const asked = new Map<number, Asked>();
  let lastId = 0;
  let broken: Error | null = null;

  function ask(id: number, send: () => void): Promise<Uint8Array> {
    const waiting: Asked = Promise.withResolvers();
    if (broken) waiting.reject(broken);
    else {
      // Only what is asked keeps the process alive.
      if (asked.size === 0) worker.ref();
      asked.set(id, waiting);
      send();
    }
    return waiting.promise;
  }
  function take(id: number): Asked | undefined {
    const waiting = asked.get(id);
    asked.delete(id);
    if (asked.size === 0) worker.unref();
    return waiting;
  }
  function ended(error: Error): void {
    broken ??= error;
    for (const id of [...asked.keys()]) take(id)?.reject(broken);
  }

  const opened = ask(0, () => {});
  worker.on('message', (told: FromThread) => {
    if ('answer' in told) take(told.id)?.resolve(told.answer);
    else take(told.id)?.reject(toError(told.failed));
  });
  worker.on('error', ended);
  const exited = new Promise<void>((resolve) => {
    worker.on('exit', () => {
      ended(new Error('The records are closed'));
      resolve();
    });
  });

  const post = (message: ToThread, transfer: ArrayBuffer[] = []) =>
    ask(message.id, () => worker.postMessage(message, transfer));
  try {
    await opened;
  } catch (error) {
    await worker.terminate();
    throw error;
  }
  return {
    send(message) {
      lastId += 1;
      return post({ id: lastId, message }, [message.buffer]);
    },
    async close() {
      lastId += 1;
      await post({ id: lastId, end: true });
      worker.ref();
      await exited;
    },
  };
}

function toError({ name, message, code, errno }: Failure): Error {
  return Object.assign(new Error(message), {
    name,
    ...(code !== undefined && { code }),
    ...(errno !== undefined && { errno }),
  });
}
