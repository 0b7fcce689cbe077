import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Discord } from '../discord.ts';

const scopes: Readonly<Record<string, string>> = {
  identify: 'Access your username, avatar and banner',
  'guilds.members.read': 'Read your member info (nickname, avatar, roles, etc) for servers you belong to',
};

const toText = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Discord's page on which somebody lets an application know who they are; here one says first which person one is. */
export function serveAuthorizePage(
  discord: Discord,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): void {
  const asked = url.searchParams;
  const wrong = wrongWith(discord, asked);
  if (wrong !== null) return void show(response, 400, `<h1>Something went wrong</h1><p>${toText(wrong)}</p>`);
  if (request.method !== 'POST') return void show(response, 200, consent(discord, asked));
  void readForm(request).then((form) => {
    response.writeHead(303, { location: answer(discord, asked, form) }).end();
    discord.changed();
  });
}

function wrongWith({ world, settings }: Discord, asked: URLSearchParams): string | null {
  if (asked.get('client_id') !== world.bot.id) return 'Unknown Application';
  const back = asked.get('redirect_uri') ?? '';
  const known = [
    back,
    ...(settings.anyOwnPort ? [back.replace(/^http:\/\/127\.0\.0\.1:\d+(?=\/)/, 'http://127.0.0.1:3000')] : []),
  ];
  if (!settings.redirectUris.some((each) => known.includes(each))) return 'Invalid OAuth2 redirect_uri';
  if (asked.get('response_type') !== 'code') return 'Unsupported response_type';
  const unknown = (asked.get('scope') ?? '').split(' ').some((scope) => !(scope in scopes));
  if (unknown) return 'The requested scope is invalid, unknown, or malformed.';
  const method = asked.get('code_challenge_method');
  return asked.has('code_challenge') && method !== 'S256' ? 'Unsupported code_challenge_method' : null;
}

function answer({ world, grants }: Discord, asked: URLSearchParams, form: URLSearchParams): string {
  const redirectUri = asked.get('redirect_uri') ?? '';
  const back = new URL(redirectUri);
  const user = world.users.get(form.get('user') ?? '');
  if (form.get('do') !== 'allow' || user === undefined) {
    back.searchParams.set('error', 'access_denied');
    back.searchParams.set('error_description', 'The resource owner or authorization server denied the request');
  } else {
    const challenge = asked.get('code_challenge');
    const given = (asked.get('scope') ?? '').split(' ');
    back.searchParams.set('code', grants.allow({ user, scopes: given, redirectUri, challenge }));
  }
  const state = asked.get('state');
  if (state !== null) back.searchParams.set('state', state);
  back.searchParams.set('iss', 'https://discord.com');
  return back.href;
}

function consent({ world }: Discord, asked: URLSearchParams): string {
  const wanted = (asked.get('scope') ?? '').split(' ').map((scope) => `<li>${toText(scopes[scope] ?? scope)}`);
  const people = [...world.users.values()].filter(({ bot }) => !bot);
  const options = people.map(({ id, username }) => `<option value="${id}">@${toText(username)}</option>`);
  return `<h1>${toText(world.bot.username)} wants to access your Discord account</h1>
<p>This will allow it to:<ul>${wanted.join('')}</ul>
<form method="post"><p><label>You are <select name="user">${options.join('')}</select></label>
<p><button name="do" value="deny">Cancel</button> <button name="do" value="allow">Authorize</button></form>`;
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return new URLSearchParams(Buffer.concat(chunks).toString());
}

function show(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' });
  response.end(`<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>A simulated Discord</title><style>body{font:16px/1.5 system-ui;max-width:30rem;margin:3rem auto;padding:0 1rem}button,select{font:inherit;padding:.4rem 1rem}</style>
${body}</html>`);
}
