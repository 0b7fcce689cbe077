import { createSealing } from '../bots/x/signing-in/sealing.ts';
import { openStore } from '../store/open-store.ts';
import { StoreUnavailable } from '../store/store-unavailable.ts';
import type { Config } from './config.ts';
import { readConfigOrRefuse } from './read-config-or-refuse.ts';
import { refuse } from './refuse.ts';
import { startProblem } from './start-problem.ts';
import { readOrMakeTokenKey } from './token-key.ts';
import { keysOf } from './x-keys.ts';

const USAGE = 'Say where: npm run opencall -- login x';
const NO_CLIENT =
  'Set X_CLIENT_ID, and X_CLIENT_SECRET where X gave one: both stand under “OAuth 2.0” on the page of your app. docs/x.md has it step by step.';
const IN_USE =
  'Open Call is running on this data folder, and the embedded records serve one process only. Stop it, log in, and start it again. With DATABASE_URL this works beside a running app.';
const WAIT_MS = 10 * 60_000;

/** `opencall login x`: answers with the exit code, 0 where the bot is logged in now. */
export async function runLogin(commandArguments: readonly string[]): Promise<number> {
  if (commandArguments.length !== 1 || commandArguments[0] !== 'x') refuse([USAGE]);
  const config = readConfigOrRefuse();
  try {
    return await logIn(config);
  } catch (error) {
    if (error instanceof StoreUnavailable && error.problem.code === 'data-directory-in-use') refuse([IN_USE]);
    const problem = startProblem(error);
    if (problem === null) throw error;
    return refuse([problem]);
  }
}

async function logIn(config: Config): Promise<number> {
  const { X_CLIENT_ID: clientId, X_CLIENT_SECRET, DATABASE_URL, dataDirectory } = config;
  if (clientId === undefined) return refuse([NO_CLIENT]);
  const clock = () => new Date();
  // Opened first: nobody should go through X's page in vain.
  const store = await openStore({ databaseUrl: DATABASE_URL ?? null, directory: dataDirectory });
  try {
    // A large library comes with it.
    const { createTokenEndpoint } = await import('../bots/x/signing-in/token-endpoint.ts');
    const { signInAtX } = await import('./login/sign-in-at-x.ts');
    const apiUrl = config.X_API_URL.replace(/\/$/, '');
    const ending = await signInAtX(
      {
        ...{ clientId, apiUrl, clock },
        authorizeUrl: config.X_AUTHORIZE_URL,
        callbackUrl: config.X_CALLBACK_URL,
        waitMs: WAIT_MS,
        endpoint: createTokenEndpoint({ apiUrl, clientId, clientSecret: X_CLIENT_SECRET ?? null, clock }),
        logins: store.xLogins,
        sealing: createSealing(await readOrMakeTokenKey(config)),
        keys: keysOf(config),
      },
      { input: process.stdin, say: console.log },
    );
    return ending.outcome === 'signed-in' ? 0 : 2;
  } finally {
    await store.close();
  }
}
