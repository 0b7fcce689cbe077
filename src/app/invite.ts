import { curatorName } from '../moderation/curation/curator-name.ts';
import { inviteCurator } from '../moderation/curation/invite-curator.ts';
import { openStore } from '../store/open-store.ts';
import { StoreUnavailable } from '../store/store-unavailable.ts';
import { readConfig } from './config.ts';
import { refuse } from './refuse.ts';
import { startProblem } from './start-problem.ts';

const NO_NAME =
  'Name the curator: npm run opencall -- invite NAME. A name is at most 32 letters, digits, spaces, dots, apostrophes, - and _, and begins with a letter or a digit.';
const IN_USE =
  'Open Call is running on this data folder, and the embedded records serve one process only. Invite from the review desk there (press Invite), or stop it first. With DATABASE_URL this works beside a running app.';

/** Prints a one-time sign-in link for a curator. */
export async function invite(given: string): Promise<void> {
  const name = curatorName(given);
  if (name === null) refuse([NO_NAME]);
  const result = readConfig();
  if (!result.ok) {
    refuse(['Open Call cannot read this configuration:', ...result.errors.map((error) => `  - ${error}`)]);
  }
  const { config } = result;
  const clock = () => new Date();
  try {
    const databaseUrl = config.DATABASE_URL ?? null;
    const store = await openStore({ databaseUrl, directory: config.dataDirectory, clock });
    const { path } = await inviteCurator({ curators: store.curators, clock }, name);
    await store.close();
    const address = config.PUBLIC_URL?.replace(/\/$/, '') ?? `http://${config.HOST}:${config.PORT}`;
    console.log(`${address}${path}`);
    console.error(`Give this link to ${name} yourself. It works once, within a day, while the app runs.`);
  } catch (error) {
    if (error instanceof StoreUnavailable && error.problem.code === 'data-directory-in-use') refuse([IN_USE]);
    const problem = startProblem(error);
    if (problem === null) throw error;
    refuse([problem]);
  }
}
