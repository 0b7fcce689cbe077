import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Faults } from '../discord/faults.ts';
import { SCOPES } from './grants.ts';
import type { LedgerEntry } from './ledger.ts';
import { readBody } from './read-body.ts';
import { KEYS } from './settings.ts';
import type { X } from './x.ts';

export const AUTHORIZE = '/i/oauth2/authorize';
export const TOKEN = '/2/oauth2/token';
export const REVOKE = '/2/oauth2/revoke';

const toHtmlText = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

type Form = Readonly<Record<string, unknown>>;

/** Where an account lets an app in, and where the app gets its tokens for that. */
export function createSignIn(x: X, faults: Faults) {
  function isCallback(url: string): boolean {
    const { callbackUrls, anyOwnPort } = x.settings;
    const usual = url.replace(/^http:\/\/127\.0\.0\.1:\d+(?=\/)/, 'http://127.0.0.1:3000');
    return callbackUrls.includes(url) || (anyOwnPort && callbackUrls.includes(usual));
  }

  /** What is wrong with the way an app asks, as X says it to who came. */
  function wrongWith(asked: URLSearchParams): string | null {
    const scopes = asked.get('scope')?.split(' ') ?? [];
    if (asked.get('client_id') !== KEYS.clientId) return 'This app is not known.';
    if (!isCallback(asked.get('redirect_uri') ?? '')) return 'The callback is not registered.';
    if (asked.get('response_type') !== 'code' || asked.get('code_challenge_method') !== 'S256') {
      return 'The app asks in a way that is not known.';
    }
    if (scopes.some((scope) => !(scope in SCOPES))) return 'The app asks for what there is not.';
    return asked.get('state') && asked.get('code_challenge') ? null : 'state or code_challenge is missing.';
  }

  async function authorize(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const { body } = request.method === 'POST' ? await readBody(request) : { body: {} as Record<string, unknown> };
    const asked = url.searchParams;
    const wrong = wrongWith(asked);
    if (wrong !== null) {
      response.writeHead(400, { 'content-type': 'text/html; charset=utf-8' });
      return void response.end(`<!doctype html><title>X</title><h1>Something went wrong</h1><p>${wrong}</p>`);
    }
    if (request.method !== 'POST') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      return void response.end(consentPage(x, asked));
    }
    const back = new URL(asked.get('redirect_uri') ?? '');
    back.searchParams.set('state', asked.get('state') ?? '');
    if (body.do === 'allow') {
      const code = x.grants.allow({
        account: x.world.users.get(String(body.user)) ?? x.atTheBrowser,
        scopes: x.settings.grants(asked.get('scope')?.split(' ') ?? []),
        redirectUri: asked.get('redirect_uri') ?? '',
        challenge: asked.get('code_challenge') ?? '',
      });
      back.searchParams.set('code', code);
    } else back.searchParams.set('error', 'access_denied');
    response.writeHead(303, { location: back.href }).end();
  }

  function answer(path: string, request: IncomingMessage, { body, type }: { body: Form; type: string }) {
    if (!type.startsWith('application/x-www-form-urlencoded')) return refused(400, 'invalid_request', 'No form.');
    const basic = /^Basic (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    const [id, secret] = Buffer.from(basic ?? '', 'base64')
      .toString()
      .split(':');
    if (basic === undefined) return refused(401, 'unauthorized_client', 'Missing valid authorization header');
    if (decodeURIComponent(id ?? '') !== KEYS.clientId || decodeURIComponent(secret ?? '') !== KEYS.clientSecret) {
      return refused(401, 'unauthorized_client', 'Invalid client credentials');
    }
    if (path === REVOKE) {
      x.grants.revoke(String(body.token));
      return { status: 200, body: { revoked: true } };
    }
    const given =
      body.grant_type === 'refresh_token'
        ? x.grants.refresh(String(body.refresh_token))
        : body.grant_type === 'authorization_code'
          ? x.grants.redeem(String(body.code), String(body.redirect_uri), String(body.code_verifier))
          : 'Value passed for the grant type was invalid.';
    return typeof given === 'string' ? refused(400, 'invalid_request', given) : { status: 200, body: given as object };
  }

  async function token(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const sent = await readBody(request);
    const { grant_type } = sent.body;
    const entry: LedgerEntry = {
      ...{ at: x.now(), method: 'POST', route: path, path, query: {}, body: { grant_type }, status: 0 },
    };
    x.ledger.requests.push(entry);
    const fault = faults.take('POST', path, sent.body);
    if (fault?.kind === 'hang') return;
    if (fault?.kind === 'lost-request') return void request.socket.destroy();
    if (fault?.kind === 'slow') await delay(fault.ms);
    const { status, body } =
      fault?.kind === 'status'
        ? { status: fault.status, body: '<html><body>Over capacity</body></html>' }
        : fault?.kind === 'limited'
          ? refused(429, 'too_many_requests', 'Too many requests')
          : answer(path, request, sent);
    entry.status = status;
    x.changed();
    if (fault?.kind === 'late') await delay(fault.ms);
    if (fault?.kind === 'lost-answer') return void request.socket.destroy();
    const isPage = typeof body === 'string';
    response.writeHead(status, { 'content-type': isPage ? 'text/html' : 'application/json' });
    response.end(isPage ? body : JSON.stringify(body));
  }

  return {
    /** Whether it was for here. */
    serve(request: IncomingMessage, response: ServerResponse, url: URL): boolean {
      const serving =
        url.pathname === AUTHORIZE
          ? authorize(request, response, url)
          : [TOKEN, REVOKE].includes(url.pathname) && request.method === 'POST'
            ? token(url.pathname, request, response)
            : null;
      serving?.catch((error: unknown) => {
        if (request.destroyed && !request.complete) return;
        x.ledger.slips.push(`${request.method} ${url.pathname}: ${String(error)}`);
        request.socket.destroy();
      });
      return serving !== null;
    },
  };
}

function refused(status: number, error: string, error_description: string): { status: number; body: object } {
  return { status, body: { error, error_description } };
}

function consentPage({ atTheBrowser, world }: X, asked: URLSearchParams): string {
  const scopes = asked.get('scope')?.split(' ') ?? [];
  const wanted = scopes.map((scope) => `<li>${toHtmlText(SCOPES[scope] ?? scope)}`).join('');
  const people = [...world.users.values()].map(
    (each) =>
      `<option value="${each.id}"${each === atTheBrowser ? ' selected' : ''}>@${toHtmlText(each.username)}</option>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>A simulated X</title><style>body{font:16px/1.5 system-ui;max-width:30rem;margin:3rem auto;padding:0 1rem}button,select{font:inherit;padding:.4rem 1rem}</style>
<h1>An app wants in</h1><p>The app will be able to:<ul>${wanted}</ul>
<form method="post"><p><label>You are <select name="user">${people.join('')}</select></label>
<p><button name="do" value="allow">Authorize app</button> <button name="do" value="deny">Cancel</button></form></html>`;
}
