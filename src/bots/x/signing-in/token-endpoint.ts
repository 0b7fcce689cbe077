import { ApiResponseError, TwitterApi } from 'twitter-api-v2';
import { z } from 'zod';
import type { AdapterError, Clock } from '../../../requests/index.ts';
import { agentFor } from '../connection/x-client.ts';
import { failure, xError } from '../connection/x-error.ts';

/** What X gives for a code or for a refresh token. */
export interface Grant {
  accessToken: string;
  /** Null where `offline.access` was not granted, or the old one stays. */
  refreshToken: string | null;
  scopes: readonly string[];
  /** When it was asked for; X counts from later. ISO 8601. */
  from: string;
  until: string;
}

/**
 * Where X gives out tokens. Each question is asked once. An error with the code `grant-refused` says that the code or
 * the refresh token is no good, `client-refused` that the app is not known; nothing was used up by the latter, nor where
 * `neverSent` is set or the code is `rate-limited`. What the rest did is not known.
 */
export interface TokenEndpoint {
  redeem(code: string, proof: { verifier: string; callbackUrl: string }): Promise<Grant>;
  refresh(refreshToken: string): Promise<Grant>;
  /** Ends an access token. What could not be given back ends by itself, and nobody has it any more. */
  giveBack(accessToken: string): Promise<void>;
}

export interface TokenEndpointOptions {
  /** Without the version, e.g. `https://api.x.com`. */
  apiUrl: string;
  clientId: string;
  /** Null for an app that X calls a public client. */
  clientSecret: string | null;
  clock: Clock;
  timeoutMs?: number;
}

const TIMEOUT_MS = 30_000;
const LONGEST_REASON = 200;
/** X states it; where it should not, it is two hours (docs.x.com, "OAuth 2.0 Authorization Code Flow with PKCE"). */
const USUAL_SECONDS = 7200;

const grantAnswer = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).optional(),
  expires_in: z.number().positive().optional(),
  scope: z.string().optional(),
});

export function createTokenEndpoint(options: TokenEndpointOptions): TokenEndpoint {
  const { apiUrl, clientId, clientSecret, clock, timeoutMs = TIMEOUT_MS } = options;
  const httpAgent = agentFor(apiUrl);
  const client = clientSecret === null ? { clientId } : { clientId, clientSecret };
  const { v2 } = new TwitterApi(client, (httpAgent ? { httpAgent } : {}) as never);
  // An app with a secret signs with it; another one only says which it is.
  const whoAsks = clientSecret === null ? { client_id: clientId } : {};

  function send(path: string, form: Record<string, string>): Promise<unknown> {
    return v2.post(path, { ...form, ...whoAsks }, {
      prefix: `${apiUrl}/2/`,
      timeout: timeoutMs,
      // The library sends JSON there (1.29.1), which OAuth does not know (RFC 6749, 4.1.3).
      forceBodyMode: 'url',
    } as never);
  }

  async function ask(form: Record<string, string>): Promise<Grant> {
    const from = clock();
    const data = await send('oauth2/token', form).catch((error: unknown) => {
      throw tokenError(error, { clock, secrets: Object.values(form) });
    });
    const read = grantAnswer.safeParse(data);
    if (!read.success) throw failure('X gives tokens in a way that it does not say', 'unreadable-answer', true, null);
    const { access_token, refresh_token, expires_in = USUAL_SECONDS, scope } = read.data;
    return {
      accessToken: access_token,
      refreshToken: refresh_token ?? null,
      scopes: scope?.split(' ').filter(Boolean) ?? [],
      from: from.toISOString(),
      until: new Date(from.getTime() + expires_in * 1000).toISOString(),
    };
  }

  return {
    redeem: (code, { verifier, callbackUrl }) =>
      ask({ grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: callbackUrl }),
    refresh: (refreshToken) => ask({ grant_type: 'refresh_token', refresh_token: refreshToken }),
    giveBack: (token) =>
      send('oauth2/revoke', { token, token_type_hint: 'access_token' }).then(
        () => {},
        () => {},
      ),
  };
}

/** X's words in OAuth's form (RFC 6749, 5.2), which its other answers do not have. */
const refusal = z.object({ error: z.string().optional(), error_description: z.string().optional() });
const OF_THE_CLIENT = new Set(['invalid_client', 'unauthorized_client']);

function tokenError(error: unknown, { clock, secrets }: { clock: Clock; secrets: readonly string[] }): AdapterError {
  if (!(error instanceof ApiResponseError) || ![400, 401, 403].includes(error.code)) return xError(error, clock);
  const { error: kind = '', error_description = kind } = refusal.safeParse(error.data).data ?? {};
  const said = secrets.reduce((text, secret) => text.replaceAll(secret, '…'), error_description);
  const reason = said.slice(0, LONGEST_REASON).trim().replace(/\.$/, '') || `X answers ${error.code}`;
  const code = error.code !== 400 || OF_THE_CLIENT.has(kind) ? 'client-refused' : 'grant-refused';
  return failure(reason, code, code === 'client-refused', error);
}
