import { tokenSeconds } from '../../oauth/grants.ts';
import type { Answer, Call, Operation } from '../operation.ts';

/** In OAuth's words (RFC 6749, 5.2). */
function refused(status: number, error: string, error_description: string): Answer {
  return { status, body: { error, error_description } };
}

/** An application signs by its id and secret, in a header or in the form. */
function isOurs({ discord, authorization, body }: Call): boolean {
  const { client_id, client_secret } = body as Record<string, unknown>;
  const basic = /^Basic (.+)$/.exec(authorization ?? '')?.[1];
  const [id, secret] =
    basic === undefined ? [client_id, client_secret] : Buffer.from(basic, 'base64').toString().split(':');
  return id === discord.world.bot.id && secret === discord.settings.clientSecret;
}

function giveToken(call: Call): Answer {
  const { discord } = call;
  const form = call.body as Record<string, string | undefined>;
  if (!call.contentType.startsWith('application/x-www-form-urlencoded')) {
    return refused(400, 'unsupported_grant_type', 'Grant type None is not supported');
  }
  if (!isOurs(call)) return refused(401, 'invalid_client', 'Invalid client secret.');
  if (form.grant_type === 'client_credentials') {
    const user = discord.world.owners[0]?.user ?? discord.world.bot;
    const scopes = (form.scope ?? '').split(' ');
    const access_token = discord.grants.give({ user, scopes });
    return {
      status: 200,
      body: { access_token, token_type: 'Bearer', expires_in: tokenSeconds, scope: scopes.join(' ') },
    };
  }
  if (form.grant_type !== 'authorization_code') {
    return refused(400, 'unsupported_grant_type', `Grant type ${form.grant_type} is not supported`);
  }
  const given = discord.grants.redeem(form.code ?? '', form.redirect_uri ?? '', form.code_verifier);
  if (given === null) return refused(400, 'invalid_grant', 'Invalid "code" in request.');
  const { token, grant } = given;
  const body = {
    access_token: token,
    token_type: 'Bearer',
    expires_in: tokenSeconds,
    refresh_token: `${token}-again`,
    scope: grant.scopes.join(' '),
  };
  return { status: 200, body };
}

function takeTokenBack(call: Call): Answer {
  if (!isOurs(call)) return refused(401, 'invalid_client', 'Invalid client secret.');
  call.discord.grants.tokens.delete((call.body as Record<string, string>).token ?? '');
  return { status: 200, body: {} };
}

/** The specification names these two only as where tokens are got (`components.securitySchemes`). */
const ofTokens = { 200: null, 400: null, 401: null };

export const oauthOperations: readonly Operation[] = [
  { method: 'post', path: '/oauth2/token', gives: ofTokens, open: true, handle: giveToken },
  { method: 'post', path: '/oauth2/token/revoke', gives: ofTokens, open: true, handle: takeTokenBack },
];
