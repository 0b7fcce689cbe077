import type { Misfit, NotedSeal, Verification } from '../moderation/account/verify-history.ts';
import { verifyHistory } from '../moderation/account/verify-history.ts';
import type { HistoryEntry } from '../requests/index.ts';
import { openStore } from '../store/open-store.ts';
import { StoreUnavailable } from '../store/store-unavailable.ts';
import { readConfigOrRefuse } from './read-config-or-refuse.ts';
import { refuse } from './refuse.ts';
import { startProblem } from './start-problem.ts';

const USAGE =
  'npm run opencall -- verify-history [--seal NUMBER:HASH] looks at the whole history; with --seal, also whether that seal is still the same.';
const IN_USE =
  'Open Call is running on this data folder, and the embedded records serve one process only. Stop it first. With DATABASE_URL this works beside a running app.';

/** Answers with the exit code: 0 where all of it fits, 1 where something does not. */
export async function runVerifyHistory(given: readonly string[]): Promise<number> {
  const noted = readNoted(given);
  const config = readConfigOrRefuse();
  try {
    const store = await openStore({ databaseUrl: config.DATABASE_URL ?? null, directory: config.dataDirectory });
    const verification = await verifyHistory(store.seals, noted).finally(() => store.close());
    for (const line of linesOf(verification)) console.log(line);
    return verification.outcome === 'fits' ? 0 : 1;
  } catch (error) {
    if (error instanceof StoreUnavailable && error.problem.code === 'data-directory-in-use') refuse([IN_USE]);
    const problem = startProblem(error);
    if (problem === null) throw error;
    return refuse([problem]);
  }
}

function readNoted(given: readonly string[]): NotedSeal | null {
  if (given.length === 0) return null;
  const [option, value = '', ...more] = given;
  const [, number, hash] = /^(\d{1,9}):([\w-]{43})$/.exec(value) ?? [];
  if (option !== '--seal' || !hash || more.length > 0) refuse([USAGE]);
  return { number: Number(number), hash };
}

function linesOf(verification: Verification): string[] {
  if (verification.outcome === 'misfit') return [`The history does not fit: ${sayMisfit(verification.misfit)}`];
  const { entries, unsealed, last } = verification;
  const open = unsealed === 0 ? '' : ` ${unsealed} newer entries are not sealed yet.`;
  if (!last) return [`Nothing is sealed yet.${open}`];
  return [
    `The history fits: ${entries} entries are as they were sealed, the last of them at ${last.at}.${open}`,
    `Note the newest seal where nobody who can change the records can change it, and compare with it later by --seal ${last.number}:${last.hash}`,
  ];
}

function sayMisfit(misfit: Misfit): string {
  switch (misfit.what) {
    case 'altered':
      return `${nameOf(misfit.entry)} is not as it was sealed (seal ${misfit.seal}).`;
    case 'added':
      return `${nameOf(misfit.entry)} stands among sealed entries and was not there (seal ${misfit.seal}).`;
    case 'missing':
      return `the entry after ${misfit.after ? nameOf(misfit.after) : 'the seal before'} is gone (seal ${misfit.seal}).`;
    case 'seal':
      return `seal ${misfit.seal} is gone or is not as it was made.`;
    case 'noted':
      return `seal ${misfit.seal} is another one than the one that was noted; the seals were made anew.`;
  }
}

function nameOf({ requestId, version, event, at, actor }: HistoryEntry): string {
  return `version ${version} of request ${requestId} (${event.kind}, ${at}, by ${actor ?? 'the machine'})`;
}
