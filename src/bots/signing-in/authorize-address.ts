import type { AttemptSecrets } from './attempt-secrets.ts';

export interface Asked extends Pick<AttemptSecrets, 'state' | 'challenge'> {
  clientId: string;
  callbackUrl: string;
  scopes: readonly string[];
}

/** Where a platform asks somebody whether to let us in (RFC 6749, 4.1.1, with PKCE). */
export function authorizeAddress(
  authorizeUrl: string,
  { clientId, callbackUrl, scopes, state, challenge }: Asked,
): string {
  const address = new URL(authorizeUrl);
  const asked = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: callbackUrl,
    scope: scopes.join(' '),
    state,
    code_challenge: challenge,
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
  return address.href;
}
