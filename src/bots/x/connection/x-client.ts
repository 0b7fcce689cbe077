import { Agent } from 'node:http';
import { TwitterApi } from 'twitter-api-v2';
import type { z } from 'zod';
import { AdapterError, type Clock } from '../../../requests/index.ts';
import type { Signature, Tokens } from './tokens.ts';
import { failure, xError } from './x-error.ts';

export interface XRequest<Schema extends z.ZodType> {
  method: 'GET' | 'POST' | 'DELETE';
  /** Below `/2/`, e.g. `users/me`. */
  path: string;
  /** As in X's documentation, e.g. `/2/users/:id/mentions`: what its limits are counted by. */
  endpoint: string;
  query?: Readonly<Record<string, string>>;
  body?: Record<string, unknown>;
  /** Sent as a form with a file in it; else as JSON. */
  asForm?: boolean;
  timeoutMs?: number;
  answer: Schema;
}

/** X's API. Nothing is sent twice by itself, save after a 401, which says that nothing was done. */
export interface XClient {
  send<Schema extends z.ZodType>(request: XRequest<Schema>): Promise<z.infer<Schema>>;
}

export interface XClientOptions {
  /** Without the version, e.g. `https://api.x.com`. */
  apiUrl: string;
  tokens: Tokens;
  clock: Clock;
}

const TIMEOUT_MS = 30_000;

interface Window {
  remaining: number;
  /** Milliseconds since 1970. */
  resetsAt: number;
}

/** The library speaks through `https` only; with an agent of plain HTTP it speaks to a simulator or a proxy too. */
export function agentFor(apiUrl: string): Agent | undefined {
  return apiUrl.startsWith('http:') ? new Agent({ keepAlive: true }) : undefined;
}

export function createXClient({ apiUrl, tokens, clock }: XClientOptions): XClient {
  const httpAgent = agentFor(apiUrl);
  const windows = new Map<string, Window>();
  let client: { signature: Signature; api: TwitterApi } | null = null;

  function apiOf(signature: Signature): TwitterApi {
    if (client?.signature !== signature) {
      const settings = httpAgent ? { httpAgent } : {};
      client = { signature, api: new TwitterApi(signature as string, settings as never) };
    }
    return client.api;
  }

  /** What is known to be used up is not asked for: answers of 429 count against the account. */
  function mindLimit(key: string): void {
    const window = windows.get(key);
    const now = clock().getTime();
    if (!window || window.remaining > 0 || window.resetsAt <= now) return;
    throw failure('X asks to wait', 'rate-limited', true, undefined, {
      retryAfterMs: window.resetsAt - now,
      neverSent: true,
    });
  }

  async function ask<Schema extends z.ZodType>(request: XRequest<Schema>, signature: Signature): Promise<unknown> {
    const { method, path, query = {}, body = {}, asForm = false, timeoutMs = TIMEOUT_MS } = request;
    const { v2 } = apiOf(signature);
    const options = { fullResponse: true as const, prefix: `${apiUrl}/2/`, timeout: timeoutMs };
    const key = `${method} ${request.endpoint}`;
    mindLimit(key);
    const sending =
      method === 'POST'
        ? v2.post(path, body, { ...options, ...(asForm ? { forceBodyMode: 'form-data' as const } : {}) })
        : v2[method === 'GET' ? 'get' : 'delete'](path, query, options);
    const { data, rateLimit } = await sending;
    if (rateLimit) windows.set(key, { remaining: rateLimit.remaining, resetsAt: rateLimit.reset * 1000 });
    return data;
  }

  async function askAndRead<Schema extends z.ZodType>(
    request: XRequest<Schema>,
    signature: Signature,
  ): Promise<z.infer<Schema>> {
    const data = await ask(request, signature).catch((error: unknown) => {
      throw xError(error, clock);
    });
    const read = request.answer.safeParse(data);
    if (read.success) return read.data;
    throw failure(`X answers ${request.endpoint} with something else than it says`, 'unreadable-answer', true, null);
  }

  return {
    async send(request) {
      const call = `${request.method} ${request.endpoint}`;
      const signature = await tokens.current(call);
      try {
        return await askAndRead(request, signature);
      } catch (error) {
        const refused = error instanceof AdapterError && error.code === 'token-refused';
        if (!refused || !(await tokens.renew(signature))) throw error;
      }
      return askAndRead(request, await tokens.current(call));
    },
  };
}
