import { AdapterError, type Clock } from '../../../requests/index.ts';
import type { Holding } from '../../leases.ts';
import { pause } from '../../pause.ts';
import { NOT_LOGGED_IN } from '../connection/join-tokens.ts';
import type { Tokens } from '../connection/tokens.ts';
import { failure } from '../connection/x-error.ts';
import type { KeptLogin } from '../x-logins.ts';
import { LOG_IN, type RenewalTrouble, renewalAdvice } from './login-advice.ts';
import { nextStep } from './next-step.ts';
import { type OpenedLogin, type RenewalOptions, type Renewed, renewLogin } from './renew-login.ts';
import { openLogin } from './sealed-login.ts';
import type { Sealing } from './sealing.ts';

export interface LoginTokensOptions extends RenewalOptions, Pick<Holding, 'leases' | 'holder'> {
  clientId: string;
  /** Read anew each time, since a login may be made while this runs; null where there is no key. */
  readSealing: () => Promise<Sealing | null>;
  clock: Clock;
}

const TURN = 'x-login-renewal';
/** Longer than X is given to answer. */
const TURN_MS = 60_000;
const LOOK_AT_THE_OTHER_MS = 100;
/** Another process may have renewed it, or its owner may have logged in anew. */
const READ_AGAIN_MS = 30_000;
const TRY_AGAIN_MS = 60_000;
/** What X refuses so soon after it gave it is not mended by asking for more. */
const TOO_YOUNG_MS = 60_000;
const SAVED_WITHIN_MS = 5000;

const forever = new AbortController().signal;

/**
 * The account's OAuth 2 tokens. They are renewed a while before they end, and once where X refuses them; by one process
 * at a time, and never twice with the same refresh token unless nothing is left to lose (docs/decisions/0019). What goes wrong
 * leaves the token that is there in use to its end.
 */
export function createLoginTokens(options: LoginTokensOptions): Tokens {
  const { clientId, logins, leases, holder, readSealing, clock, tell } = options;
  const told = new Set<string>();
  let known: { opened: OpenedLogin; readAt: number } | null = null;
  /** What X refused, though it should still be good. */
  let dead: string | null = null;
  let looking: Promise<OpenedLogin> | null = null;
  let trouble: { error: AdapterError; until: number } | null = null;
  /** Whether only this process has what X gave last, since the records are away. */
  let unsaved = false;

  const now = () => clock().getTime();
  const stepOf = ({ login, accessToken }: OpenedLogin) =>
    nextStep(login, { now: now(), refused: accessToken === dead });
  const usable = ({ login, accessToken }: OpenedLogin) => accessToken !== dead && now() < Date.parse(login.until);

  function tellOnce(how: RenewalTrouble, { until }: KeptLogin, reason?: string): void {
    const key = `${how} ${until}`;
    if (!told.has(key)) tell(renewalAdvice(how, { until }, reason));
    told.add(key);
  }

  function keep(opened: OpenedLogin): OpenedLogin {
    known = { opened, readAt: now() };
    return opened;
  }

  async function read(): Promise<OpenedLogin> {
    const login = await logins.find(clientId);
    if (!login) throw failure(`The bot is not logged in at X. ${LOG_IN}`, NOT_LOGGED_IN, true, undefined);
    if (login.sealed === known?.opened.login.sealed) return keep({ ...known.opened, login });
    const sealing = await readSealing();
    const secrets = sealing && openLogin(sealing, login);
    if (secrets) return keep({ ...secrets, sealing, login });
    const message = `The login at X was encrypted with another key. Bring back TOKEN_SECRET, or token.key in DATA_DIR, as it was. Otherwise: ${LOG_IN}`;
    throw failure(message, NOT_LOGGED_IN, true, undefined);
  }

  async function standing(): Promise<OpenedLogin> {
    const recent = known && (unsaved || now() - known.readAt < READ_AGAIN_MS) ? known.opened : null;
    if (recent && stepOf(recent) === 'use') return recent;
    looking ??= look().finally(() => {
      looking = null;
    });
    return looking.catch((error: unknown) => {
      // Records that are out of reach do not end a login.
      if (known && usable(known.opened) && !isLost(error)) return known.opened;
      throw error;
    });
  }

  async function look(): Promise<OpenedLogin> {
    for (const begunAt = now(); ; await pause(LOOK_AT_THE_OTHER_MS, forever)) {
      const opened = await read();
      const step = stepOf(opened);
      if (step === 'use') {
        await tellOfTheDead(opened);
        return opened;
      }
      if (step === 'lost') throw failure(renewalAdvice('lost', opened.login), NOT_LOGGED_IN, true, undefined);
      if (trouble && now() < trouble.until) {
        if (usable(opened)) return opened;
        throw trouble.error;
      }
      const renewed = await inTurn(() => renewLogin(options, opened));
      if (renewed?.outcome === 'renewed') return taken(renewed);
      if (renewed?.outcome === 'failed') return failed(renewed);
      // Another process is at it, and until it is done the token that there is does.
      if (renewed === null && usable(opened)) return opened;
      if (now() - begunAt > TURN_MS) throw failure('The login at X is still being renewed', 'timeout', true, null);
    }
  }

  /** A process that has begun a renewal and has not the turn any more died over it. */
  async function tellOfTheDead({ login }: OpenedLogin): Promise<void> {
    if (login.renewal !== 'begun' || !(await leases.hold(TURN, holder, TURN_MS))) return;
    tellOnce('unclear', login);
    await leases.release(TURN, holder);
  }

  /** Null where another process has the turn. */
  async function inTurn(work: () => Promise<Renewed>): Promise<Renewed | null> {
    if (!(await leases.hold(TURN, holder, TURN_MS))) return null;
    // What could not be released ends by itself.
    const release = () => leases.release(TURN, holder).catch(() => {});
    const renewed = await work().catch(async (error: unknown) => {
      await release();
      throw error;
    });
    if (renewed.outcome === 'renewed') void renewed.saved.then(release);
    else await release();
    return renewed;
  }

  /** In use from now on, whether or not the records are there to keep it: nobody else has it. */
  async function taken({ opened, saved }: Renewed & { outcome: 'renewed' }): Promise<OpenedLogin> {
    keep(opened);
    trouble = null;
    unsaved = true;
    const done = saved.then(() => {
      unsaved = false;
    });
    if (told.size > 0) tell('The login at X was renewed');
    told.clear();
    const waiting = new AbortController();
    await Promise.race([done, pause(SAVED_WITHIN_MS, waiting.signal)]);
    waiting.abort();
    return opened;
  }

  function failed(renewed: Renewed & { outcome: 'failed' }): OpenedLogin {
    const { opened, error } = renewed;
    keep(opened);
    trouble = { error, until: now() + Math.max(error.retryAfterMs ?? 0, TRY_AGAIN_MS) };
    const { login } = opened;
    const over = renewed.trouble === 'refused' ? 'lost' : 'over';
    tellOnce(usable(opened) ? renewed.trouble : over, login, error.message);
    if (usable(opened)) return opened;
    throw over === 'lost' ? failure(renewalAdvice(over, login), NOT_LOGGED_IN, true, error) : error;
  }

  return {
    current: async () => (await standing()).accessToken,
    async renew(refused) {
      if (known?.opened.accessToken === refused) {
        if (now() - Date.parse(known.opened.login.from) < TOO_YOUNG_MS) return false;
        dead = refused;
      }
      // What is under way may have begun before it was known that this one is refused.
      await looking?.catch(() => {});
      return standing().then(
        ({ accessToken }) => accessToken !== refused,
        () => false,
      );
    },
  };
}

function isLost(error: unknown): boolean {
  return error instanceof AdapterError && error.code === NOT_LOGGED_IN;
}
