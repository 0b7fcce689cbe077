import { curatorName } from '../moderation/curation/curator-name.ts';
import { inviteCurator } from '../moderation/curation/invite-curator.ts';
import { CURATOR_ROLES, type CuratorRole, toInstant } from '../requests/index.ts';
import { openStore } from '../store/open-store.ts';
import { StoreUnavailable } from '../store/store-unavailable.ts';
import { pagesAddress } from './pages-address.ts';
import { readConfigOrRefuse } from './read-config-or-refuse.ts';
import { refuse } from './refuse.ts';
import { startProblem } from './start-problem.ts';

const NO_NAME =
  'Name the curator: npm run opencall -- invite NAME [--role ROLE]. A name is at most 32 letters, digits, spaces, dots, apostrophes, - and _, and begins with a letter or a digit.';
const IN_USE =
  'Open Call is running on this data folder, and the embedded records serve one process only. Invite from the review desk there (press Invite), or stop it first. With DATABASE_URL this works beside a running app.';

const NO_ROLE = `A role is one of ${CURATOR_ROLES.join(', ')}; without one, a curator is invited.`;

/** Prints a one-time sign-in link for a curator. Whoever can run this has the machine, and may give any role. */
export async function invite(given: readonly string[]): Promise<void> {
  const { words, role } = readArguments(given);
  const name = curatorName(words.join(' '));
  if (name === null) refuse([NO_NAME]);
  const config = readConfigOrRefuse();
  const clock = () => new Date();
  try {
    const databaseUrl = config.DATABASE_URL ?? null;
    const store = await openStore({ databaseUrl, directory: config.dataDirectory });
    const { curator, path } = await inviteCurator(
      { curators: store.curators, clock },
      { name, role: role ?? 'curator', by: null },
    );
    // Before anybody has the link, or the role.
    const event = { kind: 'invited', curator: name, role: role ?? curator.role } as const;
    await store.audit.note({ at: toInstant(clock()), actor: null, event });
    if (role) await store.curators.setRole(name, role);
    await store.close();
    console.log(`${pagesAddress(config)}${path}`);
    console.error(`Give this link to ${name} yourself. It works once, within a day, while the app runs.`);
  } catch (error) {
    if (error instanceof StoreUnavailable && error.problem.code === 'data-directory-in-use') refuse([IN_USE]);
    const problem = startProblem(error);
    if (problem === null) throw error;
    refuse([problem]);
  }
}

function readArguments(given: readonly string[]): { words: readonly string[]; role: CuratorRole | null } {
  const at = given.indexOf('--role');
  if (at === -1) return { words: given, role: null };
  const role = CURATOR_ROLES.find((each) => each === given[at + 1]);
  if (!role) refuse([NO_ROLE]);
  return { words: given.toSpliced(at, 2), role };
}
