import { createReadStream } from 'node:fs';
import { utimes } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  type HeadObjectCommandOutput,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { AdapterError, type StoredFile } from '../requests/index.ts';
import { fileFolder, isSha256 } from './file-names.ts';
import type { FileStore, KeptFile } from './file-store.ts';
import { pruneFolder } from './prune-folder.ts';

export interface S3Settings {
  bucket: string;
  /** Before every key, e.g. `open-call/`; may be empty. */
  prefix: string;
  region: string;
  /** Of a service other than Amazon's; null for that. */
  endpoint: string | null;
  accessKeyId: string;
  secretAccessKey: string;
}

const ADAPTER = 's3';
const MAX_TRIES = 3;
const CONNECT_WITHIN_MS = 10_000;
/** No word for so long, of whatever size the file is. The client itself would wait for ever. */
const SILENT_AT_MOST_MS = 60_000;
const SHA256_LENGTH = 64;
/** After so many files came in, the folder beside it is looked at. */
const PRUNE_EVERY = 50;
/** What was put longer ago is written again when it is put again, so that it counts as new. */
const FRESH_MS = 3_600_000;

/**
 * Keeps files in a bucket. What media work needs lies in a folder of this machine too: that is only a copy, of which
 * the oldest goes when it grows beyond `maxNearBytes`. The bucket alone says what there is.
 */
export function createS3FileStore(
  settings: S3Settings,
  near: { store: FileStore; directory: string; maxBytes: number },
  silentAtMostMs: number = SILENT_AT_MOST_MS,
): FileStore {
  const { bucket, prefix } = settings;
  const client = createClient(settings, silentAtMostMs);
  let taken = 0;
  const keyOf = (sha256: string) => `${prefix}${fileFolder(sha256)}/${sha256}`;
  const at = (sha256: string) => ({ Bucket: bucket, Key: keyOf(sha256) });

  async function head(sha256: string): Promise<(StoredFile & { putAt: Date }) | null> {
    if (!isSha256(sha256)) return null;
    return asFileError(async () => {
      try {
        const found = await client.send(new HeadObjectCommand(at(sha256)));
        return { ...toStored(sha256, found), putAt: found.LastModified ?? new Date() };
      } catch (cause) {
        if (isAbsent(cause)) return null;
        throw cause;
      }
    });
  }

  async function demand(sha256: string): Promise<StoredFile> {
    const found = await head(sha256);
    if (found !== null) return found;
    throw new AdapterError(`There is no file ${sha256}`, { adapter: ADAPTER, code: 'not-found', retryable: false });
  }

  /** The same bytes keep the type under which they came first. */
  async function upload(file: StoredFile): Promise<StoredFile> {
    const known = await head(file.sha256);
    const type = known?.type ?? file.type;
    if (known !== null && Date.now() - known.putAt.getTime() < FRESH_MS) return { ...file, type };
    const path = await near.store.localPath(file);
    await asFileError(() => {
      const body = { Body: createReadStream(path), ContentLength: file.bytes, ContentType: type };
      return client.send(new PutObjectCommand({ ...at(file.sha256), ...body }));
    });
    taken += 1;
    if (taken % PRUNE_EVERY === 1) await pruneFolder(near.directory, near.maxBytes, new Date());
    return { ...file, type };
  }

  async function* list(): AsyncIterable<KeptFile> {
    let token: string | undefined;
    do {
      const asked = { Bucket: bucket, Prefix: prefix, ...(token === undefined ? {} : { ContinuationToken: token }) };
      const page = await asFileError(() => client.send(new ListObjectsV2Command(asked)));
      for (const { Key = '', Size = 0, LastModified } of page.Contents ?? []) {
        const sha256 = Key.slice(-SHA256_LENGTH);
        // A bucket may hold what is not ours.
        if (!isSha256(sha256) || Key !== keyOf(sha256)) continue;
        yield { sha256, bytes: Size, putAt: LastModified ?? new Date() };
      }
      token = page.IsTruncated ? page.NextContinuationToken : undefined;
    } while (token !== undefined);
  }

  async function remove(sha256: string): Promise<void> {
    if (!isSha256(sha256)) return;
    await asFileError(() => client.send(new DeleteObjectCommand(at(sha256))));
    await near.store.remove({ sha256 });
  }

  async function open(sha256: string, range?: { start: number; end: number }): Promise<Readable> {
    const { Body } = await client.send(
      new GetObjectCommand({ ...at(sha256), ...(range ? { Range: `bytes=${range.start}-${range.end}` } : {}) }),
    );
    return Body as Readable;
  }

  return {
    temporaryPath: near.store.temporaryPath,
    list,
    stat: async (sha256) => {
      const found = await head(sha256);
      return found && { sha256, bytes: found.bytes, type: found.type };
    },
    putFile: async (path, type) => upload({ ...(await near.store.putFile(path, type)), type }),
    putStream: async (stream, type, maxBytes) =>
      upload({ ...(await near.store.putStream(stream, type, maxBytes)), type }),
    localPath: async ({ sha256 }) => {
      const { type, bytes } = await demand(sha256);
      if ((await near.store.stat(sha256)) === null) {
        const fetched = await near.store.putStream(await asFileError(() => open(sha256)), type, bytes);
        if (fetched.sha256 !== sha256) {
          await near.store.remove(fetched);
          throw new AdapterError(`What is kept as ${sha256} is something else`, {
            ...{ adapter: ADAPTER, code: 'damaged', retryable: true },
          });
        }
      }
      const path = await near.store.localPath({ sha256 });
      const now = new Date();
      // Used just now: the last to go.
      await utimes(path, now, now);
      return path;
    },
    read: async ({ sha256 }, range) => {
      await demand(sha256);
      return asFileError(() => open(sha256, range));
    },
    remove: ({ sha256 }) => remove(sha256),
    // Looked at once more right before: a bucket knows no "only if it is older".
    removeOlder: async ({ sha256 }, before) => {
      const found = await head(sha256);
      if (found === null || found.putAt >= before) return false;
      await remove(sha256);
      return true;
    },
  };
}

function createClient(
  { region, endpoint, accessKeyId, secretAccessKey }: S3Settings,
  silentAtMostMs: number,
): S3Client {
  return new S3Client({
    region,
    ...(endpoint === null ? {} : { endpoint, forcePathStyle: true }),
    credentials: { accessKeyId, secretAccessKey },
    maxAttempts: MAX_TRIES,
    requestHandler: { connectionTimeout: CONNECT_WITHIN_MS, socketTimeout: silentAtMostMs },
    // Services other than Amazon's do not know the checksums that its client would add by itself.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
}

function toStored(sha256: string, { ContentLength = 0, ContentType = '' }: HeadObjectCommandOutput): StoredFile {
  return { sha256, bytes: ContentLength, type: ContentType };
}

function isAbsent(cause: unknown): boolean {
  return cause instanceof S3ServiceException && cause.$metadata.httpStatusCode === 404;
}

async function asFileError<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    if (cause instanceof AdapterError) throw cause;
    const status = cause instanceof S3ServiceException ? cause.$metadata.httpStatusCode : undefined;
    const message = cause instanceof Error ? cause.message : String(cause);
    const code = status === undefined ? 'connection-lost' : status === 404 ? 'not-found' : `http-${status}`;
    const retryable = status === undefined || status === 429 || status >= 500;
    throw new AdapterError(message, { adapter: ADAPTER, code, retryable, cause });
  }
}
