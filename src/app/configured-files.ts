import { join } from 'node:path';
import type { FileStore } from '../files/file-store.ts';
import { createFolderFileStore } from '../files/folder-file-store.ts';
import type { Clock } from '../requests/index.ts';
import type { Config } from './config.ts';

const GIBIBYTE = 1024 ** 3;

/** Where files are kept: a folder of this machine, or a bucket with a folder beside it for what is at work. */
export async function openConfiguredFiles(config: Config, clock: Clock): Promise<FileStore> {
  const { S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = config;
  if (!bucket || !accessKeyId || !secretAccessKey) {
    return createFolderFileStore({ directory: join(config.dataDirectory, 'files'), clock });
  }
  const directory = join(config.dataDirectory, 'files-near');
  const store = await createFolderFileStore({ directory, clock });
  // A large library comes with it.
  const { createS3FileStore } = await import('../files/s3-file-store.ts');
  const place = { bucket, prefix: config.S3_PREFIX, region: config.S3_REGION, endpoint: config.S3_ENDPOINT ?? null };
  const near = { store, directory, maxBytes: config.S3_NEAR_GIB * GIBIBYTE };
  return createS3FileStore({ ...place, accessKeyId, secretAccessKey }, near);
}

/** Whether files are kept in a bucket. */
export function isInBucket(config: Pick<Config, 'S3_BUCKET' | 'S3_ACCESS_KEY_ID' | 'S3_SECRET_ACCESS_KEY'>): boolean {
  return Boolean(config.S3_BUCKET && config.S3_ACCESS_KEY_ID && config.S3_SECRET_ACCESS_KEY);
}
