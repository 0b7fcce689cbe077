import type { Clock } from '../../../requests/index.ts';
import type { AccountSignIn } from '../../account-sign-in.ts';
import { authorizeAddress } from '../../signing-in/authorize-address.ts';
import { READING } from '../connection/endpoints.ts';
import { lookAtAccount } from '../connection/look-at-account.ts';
import { failure } from '../connection/x-error.ts';
import { createPurse } from '../money/purse.ts';
import { X } from '../x-limits.ts';
import type { XRecords } from '../x-records.ts';
import { redeemCode } from './redeem-code.ts';
import { createTokenEndpoint } from './token-endpoint.ts';

/** A page of ours waits for it. */
const TIMEOUT_MS = 8000;

export interface XSignInOptions {
  clientId: string;
  /** Null for an app that X calls a public client. */
  clientSecret: string | null;
  /** Without the version, e.g. `https://api.x.com`. */
  apiUrl: string;
  authorizeUrl: string;
  records: XRecords;
  /** US dollars that X may cost a day (UTC). */
  dailyDollars: number;
  clock: Clock;
}

/**
 * Signing in by X, to see what is kept of one; X knows no roles that could open the desk. It says who somebody is only to
 * whoever may read their posts too, so that is asked for: nothing that writes, and nothing that stays.
 */
export function createXSignIn({ authorizeUrl, records, dailyDollars, ...options }: XSignInOptions): AccountSignIn {
  const { clientId, apiUrl, clock } = options;
  const endpoint = createTokenEndpoint({ ...options, timeoutMs: TIMEOUT_MS });
  const purse = createPurse({ records, clock, dailyDollars });
  return {
    platform: X,
    purposes: ['mine'],

    async address({ callbackUrl, state, challenge }) {
      // X asks money for saying who somebody is; nobody is sent there in vain.
      if (!(await purse.mayPost())) {
        throw failure('What X may cost today is spent (X_DAILY_DOLLARS)', 'day-spent', true, undefined);
      }
      return authorizeAddress(authorizeUrl, { clientId, callbackUrl, scopes: READING, state, challenge });
    },

    async redeem({ callbackUrl, code, verifier }) {
      const redeemed = await redeemCode(endpoint, code, { verifier, callbackUrl });
      if (redeemed.outcome !== 'granted') return redeemed;
      const { accessToken } = redeemed.grant;
      try {
        const { id, name, username } = await lookAtAccount(accessToken, { apiUrl, clock, timeoutMs: TIMEOUT_MS });
        await purse.read('account-read', [id]);
        return { outcome: 'signed-in', member: { platform: X, id, name }, username, role: null };
      } finally {
        await endpoint.giveBack(accessToken);
      }
    },
  };
}
