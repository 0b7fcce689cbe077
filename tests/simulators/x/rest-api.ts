import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Faults, RestFault } from '../discord/faults.ts';
import { type Signer, whoSigned } from './check-signature.ts';
import type { LedgerEntry } from './ledger.ts';
import type { Answer, Operation } from './operation.ts';
import { mediaOperations } from './operations/media.ts';
import { postOperations } from './operations/posts.ts';
import { Problem, problem, REFUSALS } from './problem.ts';
import { readBody } from './read-body.ts';
import { checkAnswer, checkRequest, scopesOf } from './spec/check-x.ts';
import type { X } from './x.ts';

interface Route {
  operation: Operation;
  params: Record<string, string>;
}

function find(operations: readonly Operation[], method: string, path: string): Route | null {
  const parts = path.split('/');
  for (const operation of operations) {
    const wanted = operation.route.split('/');
    if (operation.method !== method || wanted.length !== parts.length) continue;
    const params: Record<string, string> = {};
    const fits = wanted.every((part, place) => {
      const given = parts[place] ?? '';
      if (!part.startsWith('{')) return part === given;
      params[part.slice(1, -1)] = given;
      // `/2/users/me` is no user's id.
      return /^\d+$/.test(given);
    });
    if (fits) return { operation, params };
  }
  return null;
}

interface Window {
  used: number;
  resetsAt: number;
}

/** Answers X's REST API: counts, checks what came and what goes, and does what faults were told. */
export function createRestApi(x: X, faults: Faults, more: readonly Operation[]) {
  const operations = [...postOperations, ...mediaOperations, ...more];
  const windows = new Map<string, Window>();

  function count(name: string): { headers: Record<string, string>; over: boolean } {
    const limit = x.settings.limits[name];
    if (!limit) return { headers: {}, over: false };
    const known = windows.get(name);
    const window = known && known.resetsAt > x.now() ? known : { used: 0, resetsAt: x.now() + limit.perMs };
    windows.set(name, window);
    const over = window.used >= limit.count;
    if (!over) window.used += 1;
    return {
      over,
      headers: {
        'x-rate-limit-limit': String(limit.count),
        'x-rate-limit-remaining': String(limit.count - window.used),
        'x-rate-limit-reset': String(Math.ceil(window.resetsAt / 1000)),
      },
    };
  }

  function perform(
    request: IncomingMessage,
    url: URL,
    route: Route | null,
    { body, type }: { body: Record<string, unknown>; type: string },
  ): Answer {
    try {
      if (!route) {
        x.ledger.violations.push(`${request.method} ${url.pathname} is not simulated`);
        throw problem.notFound('Not found');
      }
      const { operation, params } = route;
      const signer = whoSigned(x, request, url);
      if (signer === null) throw problem.unauthorized();
      mindScopes(signer, operation);
      if (signer.scopes === null && signer.user && operation.method !== 'GET' && x.settings.accessLevel === 'read') {
        throw problem.forbidden(REFUSALS.readOnly);
      }
      const query = Object.fromEntries(url.searchParams);
      const name = `${operation.method} ${operation.route}`;
      x.ledger.checked.add(name);
      const sent = body.media instanceof Uint8Array ? { ...body, media: 'bytes' } : body;
      const wrong = checkRequest(operation.method, operation.route, { query, body: sent, type });
      if (wrong.length > 0) {
        x.ledger.violations.push(...wrong.map((each) => `${name}: ${each}`));
        throw problem.invalid(wrong.join('; '));
      }
      return operation.handle({ x, user: signer.user, params, query, body });
    } catch (error) {
      if (error instanceof Problem) return { status: error.status, body: error.body };
      x.ledger.slips.push(`${request.method} ${url.pathname}: ${error instanceof Error ? error.stack : error}`);
      return { status: 500, body: { title: 'Internal', detail: 'Simulated', type: 'about:blank', status: 500 } };
    }
  }

  function checked(route: Route | null, answer: Answer): Answer {
    if (!route) return answer;
    const { method, route: path } = route.operation;
    const wrong = checkAnswer(method, path, answer.status, JSON.parse(JSON.stringify(answer.body)));
    x.ledger.slips.push(...wrong.map((each) => `${method} ${path} ${answer.status}: ${each}`));
    return answer;
  }

  async function serve(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const { method = 'GET' } = request;
    const sent = await readBody(request);
    const route = find(operations, method, url.pathname);
    const name = route ? `${route.operation.method} ${route.operation.route}` : `${method} ${url.pathname}`;
    const entry: LedgerEntry = {
      at: x.now(),
      method,
      route: route?.operation.route ?? url.pathname,
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      body: sent.body.media instanceof Uint8Array ? { ...sent.body, media: sent.body.media.length } : sent.body,
      status: 0,
    };
    x.ledger.requests.push(entry);
    if (x.ledger.requests.length > x.settings.keep) x.ledger.requests.shift();
    const fault = faults.take(method, entry.route, entry.body);
    if (fault?.kind === 'hang') return;
    if (fault?.kind === 'lost-request') return void request.socket.destroy();
    if (fault?.kind === 'slow') await delay(fault.ms);
    const limit = count(name);
    const answer = failing(fault) ?? checked(route, limit.over ? tooMany() : perform(request, url, route, sent));
    entry.status = answer.status;
    x.changed();
    if (fault?.kind === 'late') await delay(fault.ms);
    if (fault?.kind === 'lost-answer') return void request.socket.destroy();
    const headers = {
      ...(fault?.kind === 'limited' ? limitedFor(x, fault.retryAfter) : limit.headers),
      ...(request.headers.authorization?.startsWith('OAuth ') ? { 'x-access-level': x.settings.accessLevel } : {}),
    };
    send(response, answer, headers);
  }

  return { serve };
}

/** A login does what was granted, and no more. */
function mindScopes({ scopes }: Signer, { method, route }: Operation): void {
  if (scopes === null) return;
  const wanted = scopesOf(method, route);
  if (!wanted.every((scope) => scopes.includes(scope))) throw problem.forbidden('Forbidden');
}

function tooMany(): Answer {
  const { status, body } = problem.tooMany();
  return { status, body };
}

function limitedFor(x: X, seconds: number): Record<string, string> {
  return {
    'x-rate-limit-limit': '1',
    'x-rate-limit-remaining': '0',
    'x-rate-limit-reset': String(Math.ceil(x.now() / 1000 + seconds)),
  };
}

/** X's edge answers with a page of HTML when the API behind it is away. */
function failing(fault: RestFault | null): Answer | null {
  if (fault?.kind === 'limited') return tooMany();
  return fault?.kind === 'status' ? { status: fault.status, body: '<html><body>Over capacity</body></html>' } : null;
}

function send(response: ServerResponse, { status, body }: Answer, headers: Record<string, string>): void {
  const isPage = typeof body === 'string';
  const type = isPage ? 'text/html' : status >= 400 ? 'application/problem+json' : 'application/json';
  response.writeHead(status, { ...headers, 'content-type': type });
  response.end(isPage ? body : JSON.stringify(body));
}
