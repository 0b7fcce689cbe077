import { AdapterError } from '../../../requests/index.ts';
import { pause } from '../../pause.ts';
import type { KeptLogin, Renewal, XLogins } from '../x-logins.ts';
import { type LoginSecrets, sealLogin } from './sealed-login.ts';
import type { Sealing } from './sealing.ts';
import type { Grant, TokenEndpoint } from './token-endpoint.ts';

/** A login with its tokens in the clear, and with what they are sealed. */
export interface OpenedLogin extends LoginSecrets {
  login: KeptLogin;
  sealing: Sealing;
}

export type Renewed =
  | { outcome: 'renewed'; opened: OpenedLogin; saved: Promise<void> }
  /** Another process was quicker: what the records hold now is newer. */
  | { outcome: 'overtaken' }
  /**
   * `failed`: nothing was done. `unclear`: X did not say whether anything was. `refused`: X does not renew it any more.
   */
  | { outcome: 'failed'; opened: OpenedLogin; trouble: 'failed' | 'unclear' | 'refused'; error: AdapterError };

export interface RenewalOptions {
  logins: XLogins;
  endpoint: Pick<TokenEndpoint, 'refresh'>;
  tell: (advice: string) => void;
}

const SAVE_AGAIN_MS = 250;

/**
 * Asks X once for the next tokens of a login. That it is asked is committed first: whoever comes after a crash knows from
 * it that the refresh token may be used up.
 */
export async function renewLogin(options: RenewalOptions, opened: OpenedLogin): Promise<Renewed> {
  const { logins, endpoint } = options;
  const { renewal, version } = opened.login;
  const begun = await logins.save({ ...opened.login, renewal: 'begun' }, version);
  if (!begun) return { outcome: 'overtaken' };
  try {
    return renewedBy(options, { ...opened, login: begun }, await endpoint.refresh(opened.refreshToken));
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    return failed(options, { ...opened, login: begun }, { error, before: renewal });
  }
}

function renewedBy(options: RenewalOptions, { login, sealing, refreshToken }: OpenedLogin, grant: Grant): Renewed {
  const secrets = { accessToken: grant.accessToken, refreshToken: grant.refreshToken ?? refreshToken };
  const next: KeptLogin = {
    ...login,
    sealed: sealLogin(sealing, login, secrets),
    scopes: grant.scopes.length > 0 ? grant.scopes : login.scopes,
    from: grant.from,
    until: grant.until,
    renewal: 'settled',
  };
  return { outcome: 'renewed', opened: { ...secrets, sealing, login: next }, saved: saveAtLast(options, next) };
}

/** Tries until it is kept, since X gives it once. Where its owner logged in anew meanwhile, that one holds. */
async function saveAtLast({ logins, tell }: RenewalOptions, login: KeptLogin): Promise<void> {
  for (let failures = 0; ; failures += 1) {
    try {
      await logins.save(login, login.version);
      return;
    } catch {
      if (failures === 0) {
        tell('The renewed login at X cannot be written to the records; it is tried again. Do not stop the app now');
      }
      await pause(SAVE_AGAIN_MS, new AbortController().signal);
    }
  }
}

async function failed(
  { logins }: RenewalOptions,
  opened: OpenedLogin,
  { error, before }: { error: AdapterError; before: Renewal },
): Promise<Renewed> {
  const { login } = opened;
  const trouble = troubleOf(error);
  const renewal = trouble === 'refused' ? 'refused' : trouble === 'failed' ? before : 'begun';
  // Where that cannot be kept it stands as begun, which is no worse than it is.
  const kept = await logins.save({ ...login, renewal }, login.version).catch(() => null);
  return { outcome: 'failed', opened: { ...opened, login: kept ?? login }, trouble, error };
}

function troubleOf({ code, neverSent }: AdapterError): 'failed' | 'unclear' | 'refused' {
  if (code === 'grant-refused') return 'refused';
  return neverSent || code === 'client-refused' || code === 'rate-limited' ? 'failed' : 'unclear';
}
