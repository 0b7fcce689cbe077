import type { DeskAnswer, DeskPage, RequestView, ThreadPage, ThreadView } from '../../../src/web/api/contract.ts';
import type { DeskAction } from '../../../src/web/api/contract-of-actions.ts';

/** Speaks to the HTTP interface as a browser does: keeps cookies, sends the header that pages send. */
export interface Visitor {
  ask(text: string): Promise<ThreadView>;
  threads(): Promise<ThreadPage['threads']>;
  request(id: string): Promise<RequestView>;
  vote(id: string): Promise<number>;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** The values of the cookies that it was given, each signed one in full and by its parts. */
  cookies(): string[];
  /** Another person, with cookies of their own. */
  another(): Visitor;
}

export interface Curator {
  cookies(): string[];
  waiting(): Promise<DeskPage>;
  act(requestId: string, action: DeskAction): Promise<DeskAnswer>;
}

function createSession(baseUrl: () => string, cookies = new Map<string, string>()) {
  return async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set('x-open-call', '1');
    if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(baseUrl() + path, { ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  };
}

function secretsIn(cookies: ReadonlyMap<string, string>): string[] {
  return [...cookies.values()].flatMap((value) => [value, decodeURIComponent(value)]);
}

async function json<Body>(response: Response): Promise<Body> {
  if (!response.ok) throw new Error(`${response.status} ${response.url}: ${await response.text()}`);
  return (await response.json()) as Body;
}

/** A visitor of the room. `baseUrl` is asked each time, since a restarted app may be elsewhere. */
export function createVisitor(baseUrl: () => string): Visitor {
  const cookies = new Map<string, string>();
  const send = createSession(baseUrl, cookies);
  return {
    cookies: () => secretsIn(cookies),
    async ask(text) {
      await send('/api/me');
      const body = new FormData();
      body.set('text', text);
      body.set('locale', 'en');
      return json<ThreadView>(await send('/api/room/posts', { method: 'POST', body }));
    },
    threads: async () => (await json<ThreadPage>(await send('/api/room/threads'))).threads,
    request: async (id) => json<RequestView>(await send(`/api/requests/${id}`)),
    vote: async (id) => {
      await send('/api/me');
      return (await json<{ votes: number }>(await send(`/api/clips/${id}/vote`, { method: 'PUT' }))).votes;
    },
    fetch: send,
    another: () => createVisitor(baseUrl),
  };
}

/** Signs in by the link that the start printed. */
export async function signIn(baseUrl: () => string, link: string): Promise<Curator> {
  const cookies = new Map<string, string>();
  const send = createSession(baseUrl, cookies);
  const token = new URL(link).searchParams.get('token');
  const sendJson = (path: string, body: unknown) =>
    send(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  await json(await sendJson('/api/desk/session', { token }));
  return {
    cookies: () => secretsIn(cookies),
    waiting: async () => json<DeskPage>(await send('/api/desk?view=waiting')),
    act: async (id, action) => json<DeskAnswer>(await sendJson(`/api/desk/requests/${id}`, action)),
  };
}
