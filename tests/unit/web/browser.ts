import { WRITE_HEADER } from '../../../src/web/api/guard-origin.ts';

export interface Answer<Body> {
  status: number;
  headers: Headers;
  body: Body;
}

/** Talks to the server as a page in a browser does: keeps cookies, sends the header that writes want. */
export function createBrowser(url: string) {
  const cookies = new Map<string, string>();
  const setCookies: string[] = [];

  async function ask(method: string, path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    if (method !== 'GET' && method !== 'HEAD' && !headers.has(WRITE_HEADER)) headers.set(WRITE_HEADER, '1');
    const response = await fetch(url + path, { ...init, method, headers });
    for (const cookie of response.headers.getSetCookie()) {
      setCookies.push(cookie);
      const [name = '', value = ''] = cookie.split(';')[0]?.split(/=(.*)/s) ?? [];
      if (/expires=Thu, 01 Jan 1970|max-age=0/i.test(cookie)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  }

  async function read<Body>(response: Response): Promise<Answer<Body>> {
    const text = await response.text();
    const json = response.headers.get('content-type')?.startsWith('application/json');
    return {
      status: response.status,
      headers: response.headers,
      body: (json && text !== '' ? JSON.parse(text) : text) as Body,
    };
  }

  return {
    cookies,
    /** Every `Set-Cookie` that came, with its attributes. */
    setCookies,
    ask,
    get: async <Body>(path: string, headers: Record<string, string> = {}) =>
      read<Body>(await ask('GET', path, { headers })),
    send: async <Body>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
      read<Body>(
        await ask(method, path, {
          headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        }),
      ),
    post: async <Body>(fields: Record<string, string | Blob>, headers: Record<string, string> = {}) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      return read<Body>(await ask('POST', '/api/room/posts', { body: form, headers }));
    },
  };
}

export type TestBrowser = ReturnType<typeof createBrowser>;
