import { access, mkdtemp, rmdir, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { attention, type Finding, failing, ok } from '../../bots/finding.ts';

const MEGABYTE = 1e6;
const GIGABYTE = 1e9;
/** A clip with its shots, renditions and pictures takes up to 100 MB while it is made. */
const SCARCE_BYTES = 2 * GIGABYTE;
const TOO_FEW_BYTES = 200 * MEGABYTE;

/** Whether the data folder can be written to, and how much room there is. */
export async function examineFolder(directory: string): Promise<Finding[]> {
  const about = 'data folder';
  const standing = await firstThatStands(directory);
  try {
    // Rights alone do not tell: a root may write to /proc, where nothing can be made.
    await rmdir(await mkdtemp(join(standing, 'doctor-')));
  } catch {
    const advice = 'Give this user the right to write there, or set DATA_DIR to another folder.';
    return [failing(about, `${standing} cannot be written to.`, advice)];
  }
  const says = standing === directory ? `${directory} can be written to.` : `${directory} is made at the first start.`;
  return [ok(about, says), await examineDisk(standing)];
}

async function examineDisk(directory: string): Promise<Finding> {
  const about = 'disk';
  const { bavail, bsize } = await statfs(directory);
  const free = bavail * bsize;
  const says = `${free >= GIGABYTE ? `${(free / GIGABYTE).toFixed(1)} GB` : `${Math.round(free / MEGABYTE)} MB`} are free.`;
  if (free >= SCARCE_BYTES) return ok(about, says);
  const advice = 'Free some space, or set DATA_DIR to a folder on a larger disk.';
  return free < TOO_FEW_BYTES ? failing(about, says, advice) : attention(about, says, advice);
}

/** The folder itself, or the nearest above it that is there. */
async function firstThatStands(directory: string): Promise<string> {
  for (let each = directory; ; each = dirname(each)) {
    const stands = await access(each).then(
      () => true,
      () => false,
    );
    if (stands || dirname(each) === each) return each;
  }
}
