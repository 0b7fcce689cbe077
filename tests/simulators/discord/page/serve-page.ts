import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { DiscordSimulator } from '../discord-simulator.ts';
import { actionSchema } from './action.ts';
import type { Cast } from './cast.ts';
import { createDoAction } from './do-action.ts';
import { readPageFile } from './page-files.ts';
import { pageState } from './page-state.ts';

const securityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');
const headers = {
  'content-security-policy': securityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};
const mostBytes = 40 * 1024 * 1024;
/** Changes that come together are told together. */
const tellEveryMs = 50;

/** Serves the page beside the simulated Discord, to this machine alone. */
export function servePage(simulator: DiscordSimulator, cast: Cast): void {
  const doAction = createDoAction(simulator, cast);
  const { origin } = simulator;
  const { port } = new URL(origin);
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];

  async function act(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (Number(request.headers['content-length'] ?? mostBytes + 1) > mostBytes) return end(response, 413);
    const text = (await buffer(request)).toString();
    const action = actionSchema.safeParse(text.startsWith('{') ? JSON.parse(text) : null);
    if (!action.success) return json(response, { outcome: 'refused', why: 'the page asked for something unknown' });
    json(response, await doAction(action.data));
  }

  function state(response: ServerResponse, url: URL): void {
    const as = url.searchParams.get('as') ?? '';
    const viewer = (cast.people.find(({ member }) => member.user.id === as) ?? cast.people[0])?.member.user;
    if (viewer === undefined) end(response, 404);
    else json(response, pageState(simulator, cast, viewer, url.searchParams.get('channel') ?? ''));
  }

  function events(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { ...headers, 'content-type': 'text/event-stream' });
    response.write('retry: 500\n\n');
    let timer: NodeJS.Timeout | null = null;
    const stop = simulator.watch(() => {
      timer ??= setTimeout(() => {
        timer = null;
        response.write('data: changed\n\n');
      }, tellEveryMs);
    });
    request.once('close', () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    });
  }

  async function serve(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    if (request.method === 'POST' && url.pathname === '/page/act') return act(request, response);
    if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405);
    if (url.pathname === '/page/state') return state(response, url);
    if (url.pathname === '/page/events') return events(request, response);
    if (url.pathname.startsWith('/page/files/')) return file(simulator, request, response, url);
    const found = await readPageFile(url.pathname);
    if (found === null) return end(response, 404);
    response.writeHead(200, { ...headers, 'content-type': found.type }).end(found.content);
  }

  simulator.serve((request, response, url) => {
    // A page from elsewhere, or a name that somebody made point to this machine, is not what a person opened.
    const { host = '', origin: from } = request.headers;
    const ours = hosts.includes(host) && (from === undefined || from === `http://${host}`);
    if (!ours) end(response, 403);
    else serve(request, response, url).catch(() => end(response, 400));
    return true;
  });
}

/** What was attached; as links of Discord's own change with every look, a video would begin anew with each. */
function file({ all }: DiscordSimulator, request: IncomingMessage, response: ServerResponse, url: URL): void {
  const stored = all.files.get(url.pathname.split('/').at(-1) ?? '');
  if (stored === undefined) {
    end(response, 404);
    return;
  }
  const { bytes } = stored;
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
  const start = Number(range?.[1] ?? 0);
  const last = Math.min(Number(range?.[2] || bytes.length - 1), bytes.length - 1);
  // What people attached is shown as pictures and videos only, never as a page of its own.
  const type = /^(image|video|audio)\/(?!svg)/.test(stored.contentType)
    ? stored.contentType
    : 'application/octet-stream';
  response.writeHead(range === null ? 200 : 206, {
    ...headers,
    'content-type': type,
    'content-length': String(last - start + 1),
    'accept-ranges': 'bytes',
    ...(range === null ? {} : { 'content-range': `bytes ${start}-${last}/${bytes.length}` }),
  });
  response.end(request.method === 'HEAD' ? undefined : bytes.subarray(start, last + 1));
}

function json(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { ...headers, 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function end(response: ServerResponse, status: number): void {
  if (!response.headersSent) response.writeHead(status, headers);
  response.end();
}
