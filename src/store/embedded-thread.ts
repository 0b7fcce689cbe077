import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';

/** What the thread is asked: PostgreSQL's protocol, as bytes, or to end. */
export type ToThread = { id: number; message: Uint8Array<ArrayBuffer> } | { id: number; end: true };

/** What it answers; `id` 0 tells that the database is open. */
export type FromThread = { id: number; answer: Uint8Array<ArrayBuffer> } | { id: number; failed: Failure };

/** An error of PGlite's own, not of a statement: those come within the answer. */
export interface Failure {
  name: string;
  message: string;
  code?: string | undefined;
  errno?: number | undefined;
}

/** Runs PGlite in a thread of its own. One message is answered at a time, in the order in which they come. */
async function serve(folder: string, port: NonNullable<typeof parentPort>): Promise<void> {
  const reply = (id: number, answer: Uint8Array<ArrayBuffer>) => port.postMessage({ id, answer }, [answer.buffer]);
  const fail = (id: number, error: unknown) => port.postMessage({ id, failed: toFailure(error) });
  try {
    const pglite = await PGlite.create(folder);
    port.on('message', async (asked: ToThread) => {
      try {
        if ('end' in asked) {
          await pglite.close();
          reply(asked.id, new Uint8Array(0));
          port.close();
        } else {
          // Copied, since PGlite answers from its own memory.
          reply(asked.id, new Uint8Array(await pglite.execProtocolRaw(asked.message)));
        }
      } catch (error) {
        fail(asked.id, error);
      }
    });
    reply(0, new Uint8Array(0));
  } catch (error) {
    fail(0, error);
  }
}

/** The file system that PGlite runs on throws an `ErrnoError`, which is no `Error` and says a number only. */
function toFailure(error: unknown): Failure {
  if (typeof error !== 'object' || error === null) return { name: 'Error', message: String(error) };
  const { name = 'Error', message, code, errno } = error as Partial<Failure>;
  return { name, message: message ?? `${name} ${errno ?? ''}`.trim(), code, errno };
}

if (parentPort) await serve(workerData as string, parentPort);
