import { readFile } from 'node:fs/promises';
import { POLICIES } from '../moderation/screening/policies.ts';
import { readHashList } from '../moderation/screening/read-hash-list.ts';
import { toInstant } from '../requests/index.ts';
import { openStore } from '../store/open-store.ts';
import { StoreUnavailable } from '../store/store-unavailable.ts';
import { readConfigOrRefuse } from './read-config-or-refuse.ts';
import { refuse } from './refuse.ts';
import { startProblem } from './start-problem.ts';

const USAGE =
  'npm run opencall -- refused-pictures FILE [POLICY] adds a list of hashes, one a line: SHA-256 or 16 hex digits of a perceptual hash. With --remove FILE they are taken off.';
const IN_USE =
  'Open Call is running on this data folder, and the embedded records serve one process only. Stop it first. With DATABASE_URL this works beside a running app.';

/** Puts hashes of pictures that are never to be accepted on the list, or takes them off. */
export async function changeRefusedPictures(args: readonly string[]): Promise<void> {
  const removing = args[0] === '--remove';
  const [file, policy = 'refused-picture'] = removing ? args.slice(1) : args;
  if (file === undefined) refuse([USAGE]);
  if (!POLICIES.some(({ code }) => code === policy)) refuse([`There is no policy ${policy}.`, USAGE]);
  const text = await readFile(file, 'utf8').catch(() => refuse([`${file} cannot be read.`]));
  const { hashes, unread } = readHashList(text);
  if (unread.length > 0)
    refuse([`No hash stands in line ${unread.slice(0, 10).join(', ')} of ${file}. Nothing was changed.`]);
  const config = readConfigOrRefuse();
  const clock = () => new Date();
  try {
    const store = await openStore({ databaseUrl: config.DATABASE_URL ?? null, directory: config.dataDirectory });
    const { refusedPictures } = store;
    const at = toInstant(clock());
    const changed = removing
      ? await refusedPictures.remove(hashes)
      : await refusedPictures.add(hashes.map((hash) => ({ hash, policy, by: 'operator', at })));
    const all = await refusedPictures.count();
    await store.close();
    console.log(`${changed} of ${hashes.length} ${removing ? 'taken off' : 'added'}; there are ${all} now.`);
  } catch (error) {
    if (error instanceof StoreUnavailable && error.problem.code === 'data-directory-in-use') refuse([IN_USE]);
    const problem = startProblem(error);
    if (problem === null) throw error;
    refuse([problem]);
  }
}
