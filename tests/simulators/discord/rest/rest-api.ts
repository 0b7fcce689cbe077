import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Discord } from '../discord.ts';
import type { Faults, RestFault } from '../faults.ts';
import { keepAtMost, type LedgerEntry } from '../ledger.ts';
import { checkSaid, checkSent } from '../spec/schemas.ts';
import type { User } from '../world/world.ts';
import { ApiError, errorBody, type FormError, invalidForm, refusal } from './api-error.ts';
import type { Answer, Call, Operation } from './operation.ts';
import { findRoute, type Route } from './operations.ts';
import { countRequest, createAllowances } from './rate-limits.ts';
import { type ReadBody, readBody } from './read-body.ts';

export interface RestApi {
  serve: (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;
  /** Whether one of so many is left; shared with what is not a request, such as edits of old messages. */
  allowances: ReturnType<typeof createAllowances>;
}

const base = /^\/api\/v10(?=\/)/;

export function createRestApi(discord: Discord, faults: Faults): RestApi {
  const allowances = createAllowances(discord.now);

  async function serve(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const method = request.method ?? 'GET';
    const path = url.pathname.replace(base, '');
    const route = base.test(url.pathname) ? findRoute(method.toLowerCase(), path) : null;
    const read = await readBody(request).catch((error: unknown) => {
      if (error instanceof ApiError) return error;
      throw error;
    });
    const sent: ReadBody = read instanceof ApiError ? { body: undefined, files: [] } : read;
    const entry = enter(discord, { method, path, url, route, sent });
    const fault = faults.take(method, entry.route, sent.body);
    if (fault?.kind === 'hang') return;
    if (fault?.kind === 'lost-request') return void request.socket.destroy();
    if (fault?.kind === 'slow') await delay(fault.ms);
    const limit = route === null ? null : count(route);
    const answer =
      failing(fault) ??
      (limit !== null && limit.retryAfter !== null ? limited(limit.retryAfter, limit.scope === 'global') : null) ??
      (read instanceof ApiError ? refuse(read) : perform(request, url, route, sent));
    finish(entry, answer);
    if (fault?.kind === 'late') await delay(fault.ms);
    if (fault?.kind === 'lost-answer') return void request.socket.destroy();
    send(response, answer, limit?.headers ?? {});
  }

  function count({ operation, params }: Route) {
    const { globalLimit, routeLimit } = discord.settings;
    return countRequest(allowances, operation, params, { global: globalLimit, route: routeLimit }, discord.now());
  }

  function perform(request: IncomingMessage, url: URL, route: Route | null, { body, files }: ReadBody): Answer {
    try {
      if (route === null) throw notSimulated(discord, request.method ?? 'GET', url.pathname);
      const { operation, params } = route;
      const { authorization, 'content-type': contentType = '' } = request.headers;
      const as = operation.open === true ? null : whoAsks(operation, authorization);
      checkBody(operation, body);
      const query = Object.fromEntries(url.searchParams);
      const call: Call = { discord, params, query, body, files, authorization, contentType, as };
      return checked(operation, operation.handle(call));
    } catch (error) {
      if (!(error instanceof ApiError)) {
        discord.ledger.slips.push(`${request.method} ${url.pathname}: ${error instanceof Error ? error.stack : error}`);
        return { status: 500, body: { message: '500: Internal Server Error', code: 0 } };
      }
      if (error.code === 50035) recordViolation(route?.operation, error.errors, body);
      return refuse(error);
    }
  }

  /** Null for the bot itself. Throws 401 and 50026. */
  function whoAsks({ scope }: Operation, authorization: string | undefined): User | null {
    if (authorization === `Bot ${discord.settings.token}`) return null;
    const grant = discord.grants.tokens.get(/^Bearer (.+)$/.exec(authorization ?? '')?.[1] ?? '');
    if (grant === undefined || scope === undefined) throw refusal.unauthorized();
    if (!grant.scopes.includes(scope)) throw refusal.missingScope();
    return grant.user;
  }

  function checkBody(operation: Operation, body: unknown): void {
    discord.ledger.checkedOperations.add(`${operation.method} ${operation.path}`);
    if (operation.takes === undefined) return;
    const problems = checkSent(operation.takes, body ?? {});
    if (problems.length === 0) return;
    throw invalidForm(problems.map(({ path, message }) => ({ path, message, code: 'SPECIFICATION' })));
  }

  function recordViolation(operation: Operation | undefined, errors: readonly FormError[], sent: unknown): void {
    // Answering a message that is gone can happen to anybody.
    if (errors.every(({ code }) => code === 'REPLIES_UNKNOWN_MESSAGE')) return;
    const message = errors.map(({ path, message, code }) => `${path.join('.')}: ${message} (${code})`).join('; ');
    const name = `${operation?.method} ${operation?.path}`;
    keepAtMost(discord.ledger.violations, { operation: name, message, sent }, discord.settings.keep);
  }

  /** Holds an answer of the simulator to the specification. */
  function checked(operation: Operation, answer: Answer): Answer {
    if (!discord.settings.check) return answer;
    const schema = operation.gives[answer.status];
    const name = `${operation.method} ${operation.path} ${answer.status}`;
    if (schema === undefined) discord.ledger.slips.push(`${name} is no answer of this operation`);
    if (schema == null) return answer;
    for (const { path, message } of checkSaid(schema, JSON.parse(JSON.stringify(answer.body)))) {
      discord.ledger.slips.push(`${name} ${path.join('.')}: ${message}`);
    }
    return answer;
  }

  function refuse(error: ApiError): Answer {
    const body = errorBody(error);
    if (error.status === 429) Object.assign(body, { retry_after: 1, global: false });
    const schema = error.status === 429 ? 'RatelimitedResponse' : 'ErrorResponse';
    for (const { path, message } of checkSaid(schema, body))
      discord.ledger.slips.push(`refusal ${path.join('.')}: ${message}`);
    return { status: error.status, body };
  }

  function finish(entry: LedgerEntry, answer: Answer): void {
    entry.status = answer.status;
    entry.answer = answer.body;
    const code = (answer.body as { code?: unknown } | undefined)?.code;
    entry.code = answer.status >= 400 && typeof code === 'number' ? code : null;
    if ([401, 403, 429].includes(answer.status)) discord.ledger.refusedAnswers += 1;
    discord.changed();
  }

  return { serve, allowances };
}

interface Entering {
  method: string;
  path: string;
  url: URL;
  route: Route | null;
  sent: ReadBody;
}

function enter(discord: Discord, { method, path, url, route, sent }: Entering): LedgerEntry {
  const entry: LedgerEntry = {
    at: discord.now(),
    method,
    route: route?.operation.path ?? path,
    path,
    query: Object.fromEntries(url.searchParams),
    body: sent.body,
    files: sent.files.map(({ name, bytes }) => ({ name, bytes: bytes.length })),
    status: 0,
    code: null,
    answer: undefined,
  };
  keepAtMost(discord.ledger.requests, entry, discord.settings.keep);
  return entry;
}

function notSimulated(discord: Discord, method: string, path: string): ApiError {
  const operation = `${method.toLowerCase()} ${path}`;
  keepAtMost(
    discord.ledger.violations,
    { operation, message: 'this operation is not simulated', sent: null },
    discord.settings.keep,
  );
  return refusal.notFound();
}

function failing(fault: RestFault | null): Answer | null {
  if (fault?.kind === 'limited') return limited(fault.retryAfter, fault.global === true);
  if (fault?.kind !== 'status') return null;
  return { status: fault.status, body: { message: `${fault.status}: Simulated`, code: 0 } };
}

function limited(retryAfter: number, global: boolean): Answer {
  const body = { message: 'You are being rate limited.', retry_after: retryAfter, global, code: 0 };
  return { status: 429, body };
}

function send(response: ServerResponse, { status, body }: Answer, headers: Record<string, string>): void {
  const retryAfter = status === 429 ? Number((body as { retry_after?: unknown }).retry_after) : null;
  response.writeHead(status, {
    ...headers,
    ...(retryAfter === null ? {} : { 'retry-after': String(Math.ceil(retryAfter)), via: '1.1 simulated' }),
    ...(retryAfter !== null && (body as { global?: unknown }).global === true ? { 'x-ratelimit-global': 'true' } : {}),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}
