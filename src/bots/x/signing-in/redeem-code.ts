import { AdapterError } from '../../../requests/index.ts';
import type { Grant, TokenEndpoint } from './token-endpoint.ts';

export type Redeemed =
  | { outcome: 'granted'; grant: Grant }
  /** X does not know the app, or its secret. */
  | { outcome: 'client-refused'; reason: string }
  /** The code came too late, or the callback is another one. */
  | { outcome: 'code-refused'; reason: string };

/** What X says to a code. Throws `AdapterError` where it says nothing. */
export async function redeemCode(
  endpoint: Pick<TokenEndpoint, 'redeem'>,
  code: string,
  proof: { verifier: string; callbackUrl: string },
): Promise<Redeemed> {
  try {
    return { outcome: 'granted', grant: await endpoint.redeem(code, proof) };
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    const { code: kind, message: reason } = error;
    if (kind === 'client-refused') return { outcome: 'client-refused', reason };
    if (kind === 'grant-refused') return { outcome: 'code-refused', reason };
    throw error;
  }
}
