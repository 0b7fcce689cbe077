import type { FileStore } from '../../files/file-store.ts';
import type { StoredFile } from '../../requests/index.ts';
import type { Credentials } from '../media-tools.ts';
import { createKeptAnswers } from '../pictures/kept-answers.ts';
import { readCredentials } from './read-credentials.ts';
import type { SigningIdentity } from './signing-identity.ts';

const KEPT = 2000;

/** What content credentials (C2PA) a file of ours carries. A file never changes, so it is read once. */
export function createReadOwnCredentials({
  files,
  identity,
}: {
  files: Pick<FileStore, 'localPath'>;
  identity: () => Promise<SigningIdentity | null>;
}) {
  return createKeptAnswers<Pick<StoredFile, 'sha256'>, Credentials | null>(KEPT, {
    keyOf: ({ sha256 }) => sha256,
    answer: async (file) => readCredentials(await files.localPath(file), (await identity())?.chain ?? null),
  });
}
