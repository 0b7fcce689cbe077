import { DiscordAPIError, REST, type RESTPostOAuth2AccessTokenResult, Routes } from 'discord.js';
import { z } from 'zod';
import { AdapterError } from '../../../requests/index.ts';
import type { Deadlines } from '../connection/discord-rest.ts';
import { restError } from '../connection/rest-error.ts';
import { DISCORD } from '../discord-limits.ts';

/** Discord lets itself be asked in somebody's name for a while, which is over when it is given back. */
export interface Granted {
  outcome: 'granted';
  get<Answer>(route: `/${string}`): Promise<Answer>;
  giveBack(): Promise<void>;
}

export type Redeemed = Granted | { outcome: 'code-refused' } | { outcome: 'client-refused'; reason: string };

const grant = z.object({ access_token: z.string().min(1) });

export interface TokenEndpointOptions {
  /** Up to and without the version. */
  apiUrl: string;
  clientId: () => Promise<string>;
  clientSecret: string;
  deadlines: Deadlines;
}

/** Where Discord gives out tokens for codes. Each question is asked once. Throws `AdapterError` where Discord is away. */
export function createTokenEndpoint({ apiUrl, clientId, clientSecret, deadlines }: TokenEndpointOptions) {
  const common = { api: apiUrl, retries: 0, timeout: deadlines.answerMs, rejectOnRateLimit: () => true };
  const rest = new REST(common);

  async function ask<Answer>(route: `/${string}`, form: Record<string, string>): Promise<Answer> {
    const client = Buffer.from(`${await clientId()}:${clientSecret}`).toString('base64');
    const answer = await rest.post(route, {
      auth: false,
      // These take no JSON (docs: topics/oauth2, "OAuth2 URLs").
      passThroughBody: true,
      body: new URLSearchParams(form).toString(),
      headers: { authorization: `Basic ${client}`, 'content-type': 'application/x-www-form-urlencoded' },
      signal: AbortSignal.timeout(deadlines.wholeMs),
    });
    return answer as Answer;
  }

  return {
    /** Whether Discord takes the secret. What it gives for it is given back. */
    async knowsUs(): Promise<boolean> {
      try {
        const form = { grant_type: 'client_credentials', scope: 'identify' };
        const given = grant.safeParse(await ask(Routes.oauth2TokenExchange(), form));
        if (given.success) await granted(given.data.access_token).giveBack();
        return true;
      } catch (error) {
        const refused = refusal(error);
        return refused.outcome !== 'client-refused' || refused.reason !== 'invalid_client';
      }
    },

    async redeem(
      code: string,
      { verifier, callbackUrl }: { verifier: string; callbackUrl: string },
    ): Promise<Redeemed> {
      const form = { grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: callbackUrl };
      try {
        const given = grant.safeParse(await ask<RESTPostOAuth2AccessTokenResult>(Routes.oauth2TokenExchange(), form));
        if (!given.success) throw unreadable();
        return granted(given.data.access_token);
      } catch (error) {
        return refusal(error);
      }
    },
  };

  function granted(accessToken: string): Granted {
    const theirs = new REST({ ...common, authPrefix: 'Bearer' }).setToken(accessToken);
    return {
      outcome: 'granted',
      async get<Answer>(route: `/${string}`) {
        try {
          return (await theirs.get(route, { signal: AbortSignal.timeout(deadlines.wholeMs) })) as Answer;
        } catch (error) {
          throw restError(error);
        }
      },
      async giveBack() {
        // What could not be given back ends by itself, and nobody has it any more.
        await ask(Routes.oauth2TokenRevocation(), { token: accessToken, token_type_hint: 'access_token' }).catch(
          () => {},
        );
      },
    };
  }
}

/** OAuth's own words (RFC 6749, 5.2), which stand where the rest of Discord's API has numbers. */
function refusal(error: unknown): Redeemed {
  if (error instanceof DiscordAPIError && typeof error.code === 'string' && error.status < 500) {
    if (error.code === 'invalid_grant') return { outcome: 'code-refused' };
    return { outcome: 'client-refused', reason: error.code };
  }
  throw restError(error);
}

function unreadable(): AdapterError {
  const message = 'Discord gives tokens in a way that it does not say';
  return new AdapterError(message, { adapter: DISCORD, code: 'unreadable-answer', retryable: true });
}
