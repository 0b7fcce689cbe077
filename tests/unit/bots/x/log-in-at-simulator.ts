import { beginSignIn } from '../../../../src/bots/x/signing-in/begin-sign-in.ts';
import type { Grant, TokenEndpoint } from '../../../../src/bots/x/signing-in/token-endpoint.ts';
import type { XSimulator } from '../../../simulators/x/x-simulator.ts';

const CALLBACK_URL = 'http://127.0.0.1:4610/';

/** What a person does on X's page: looks, presses, and is sent back; answers with where to. */
export async function pressAtSimulator(address: string, press: 'allow' | 'deny' = 'allow'): Promise<string> {
  const page = await fetch(address);
  if (!page.ok) throw new Error(`X's page says: ${await page.text()}`);
  const pressed = await fetch(address, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ do: press }),
  });
  return pressed.headers.get('location') ?? '';
}

/** Tokens as a login brings them. */
export async function logInAtSimulator(
  { authorizeUrl, keys: { clientId } }: XSimulator,
  endpoint: Pick<TokenEndpoint, 'redeem'>,
): Promise<Grant> {
  const begun = beginSignIn({ authorizeUrl, clientId, callbackUrl: CALLBACK_URL });
  const back = new URL(await pressAtSimulator(begun.address));
  const { verifier } = begun;
  return endpoint.redeem(back.searchParams.get('code') ?? '', { verifier, callbackUrl: CALLBACK_URL });
}
