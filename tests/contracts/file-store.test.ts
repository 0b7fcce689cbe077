import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFolderFileStore } from '../../src/files/folder-file-store.ts';
import { fileStoreContract } from './file-store.ts';

fileStoreContract('folder', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'open-call-files-'));
  return {
    store: await createFolderFileStore({ directory }),
    dispose: () => rm(directory, { recursive: true, force: true }),
  };
});
