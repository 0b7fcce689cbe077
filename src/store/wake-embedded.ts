import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { lockDataDirectory } from './data-lock.ts';
import { type EmbeddedThread, startEmbeddedThread } from './start-embedded-thread.ts';
import { StoreUnavailable } from './store-unavailable.ts';

/** PGlite, awake in its thread, with its folder locked for this process. */
export interface AwakeEmbedded {
  folder: string;
  send: EmbeddedThread['send'];
  close(): Promise<void>;
}

/**
 * Wakes PGlite, which takes about as long as loading our own code: whoever starts the app lets both go on at once.
 * Throws `StoreUnavailable` where the data folder is another's or cannot be written to.
 */
export async function wakeEmbedded(directory: string): Promise<AwakeEmbedded> {
  const lock = await lockDataDirectory(directory);
  if (lock.outcome === 'in-use') {
    throw new StoreUnavailable({ code: 'data-directory-in-use', directory, pid: lock.pid });
  }
  if (lock.outcome === 'not-writable') {
    throw new StoreUnavailable({ code: 'data-directory-not-writable', directory }, lock.cause);
  }
  try {
    const folder = join(directory, 'records');
    mkdirSync(folder, { recursive: true });
    const { send, close } = await startEmbeddedThread(folder);
    return {
      folder,
      send,
      async close() {
        await close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}
