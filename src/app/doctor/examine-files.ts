import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Finding, failing, ok } from '../../bots/finding.ts';
import { listFolder } from '../../files/list-folder.ts';
import { messageOf } from '../../queue/outage.ts';
import type { Config } from '../config.ts';
import { isInBucket, openConfiguredFiles } from '../configured-files.ts';

const ABOUT = 'files';
const MEGABYTE = 1e6;

/** What the store of files holds. In a bucket it shows that its keys may at least list it. */
export async function examineFiles(config: Config): Promise<Finding> {
  const inBucket = isInBucket(config);
  const where = inBucket ? `the bucket ${config.S3_BUCKET}` : join(config.dataDirectory, 'files');
  // Opening it would make it, and nothing is to be changed.
  if (!existsSync(inBucket ? config.dataDirectory : where)) return ok(ABOUT, 'None yet.');
  try {
    const listed = inBucket ? (await openConfiguredFiles(config, () => new Date())).list() : listFolder(where);
    let [files, total] = [0, 0];
    for await (const { bytes } of listed) {
      files += 1;
      total += bytes;
    }
    const kept = `what nothing needs any more goes after ${config.KEEP_UNUSED_DAYS} days`;
    return ok(ABOUT, `${files} in ${where}, ${Math.ceil(total / MEGABYTE)} MB; ${kept}.`);
  } catch (error) {
    const advice = inBucket
      ? 'Check the S3_ settings, and that their keys may list, read, write and delete.'
      : 'Give this user the right to read and write there, or set DATA_DIR to another folder.';
    return failing(ABOUT, `${where} cannot be read: ${messageOf(error)}.`, advice);
  }
}
