import { AdapterError, type Clock } from '../../../requests/index.ts';
import { attention, type Finding, failing, ok } from '../../finding.ts';
import { redeemCode } from '../signing-in/redeem-code.ts';
import { createTokenEndpoint } from '../signing-in/token-endpoint.ts';

export interface SignInToExamine {
  clientId: string;
  clientSecret: string | null;
  /** Where X is to send people back to. */
  callbackUrl: string;
}

const ABOUT = 'x sign-in';
const TIMEOUT_MS = 8000;

/** Whether people can sign in on the pages with X. A code that nobody gave tells whether X takes the app at all; it costs nothing. */
export async function examineSignIn(
  { callbackUrl, ...client }: SignInToExamine,
  surroundings: { apiUrl: string; clock: Clock },
): Promise<Finding> {
  const endpoint = createTokenEndpoint({ ...client, ...surroundings, timeoutMs: TIMEOUT_MS });
  try {
    const answer = await redeemCode(endpoint, 'a-code-that-nobody-gave', { verifier: 'a-verifier', callbackUrl });
    if (answer.outcome === 'client-refused') {
      const advice =
        'Set X_CLIENT_ID and X_CLIENT_SECRET to what stands under “OAuth 2.0” on the page of the app at X.';
      return failing(ABOUT, `X does not know the app: ${answer.reason}.`, advice);
    }
    const says = `X takes the client secret. No program can see where X sends people back to: ${callbackUrl} must be a callback address of the app.`;
    return ok(ABOUT, says);
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    return attention(ABOUT, `The client secret could not be tried: ${error.message}.`, 'Ask again in a while.');
  }
}
