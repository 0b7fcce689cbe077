import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { chooseLanguage } from '../../web/api/choose-language.ts';
import { type SignInKey, sayAtSignIn } from '../../wording/index.ts';

/** Somebody was sent back. */
export interface SentBack {
  /** From the path on. */
  address: string;
  /** What their browser is to show. */
  show(text: Exclude<SignInKey, 'title'>): void;
}

export interface CallbackListener {
  close(): Promise<void>;
}

/** Whether a callback leads to this machine, so that it can be listened for. */
export function isLoopback(callbackUrl: string): boolean {
  const { protocol, hostname } = new URL(callbackUrl);
  return protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
}

/** Listens where X sends people back to. Rejects where the port is taken. */
export async function listenForCallback(
  callbackUrl: string,
  onSentBack: (sentBack: SentBack) => void,
): Promise<CallbackListener> {
  const { hostname, port, pathname } = new URL(callbackUrl);
  const unanswered = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    const { url = '/', method } = request;
    const path = URL.canParse(url, callbackUrl) ? new URL(url, callbackUrl).pathname : null;
    // Browsers ask for an icon too, and anybody for anything.
    if (method !== 'GET' || path !== pathname || !url.includes('?')) return void response.writeHead(404).end();
    unanswered.add(response);
    response.once('close', () => unanswered.delete(response));
    onSentBack({ address: url, show: (text) => show(request, response, text) });
  });
  server.listen(Number(port || 80), hostname.replaceAll(/[[\]]/g, ''));
  await once(server, 'listening');
  return {
    async close() {
      server.close();
      // Who was sent back a second time is waited for by nobody.
      for (const response of unanswered) if (!response.writableEnded) response.writeHead(404).end();
      server.closeIdleConnections();
      await once(server, 'close');
    },
  };
}

function show(request: IncomingMessage, response: ServerResponse, text: SignInKey): void {
  const locale = chooseLanguage(request.headers['accept-language'] ?? '');
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'",
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    connection: 'close',
  });
  response.end(`<!doctype html><html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${sayAtSignIn(locale, 'title')}</title>
<p>${sayAtSignIn(locale, text)}</p></html>`);
}
