import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Discord } from './discord.ts';
import type { Gateway } from './gateway/gateway.ts';
import { openLink } from './messages/file-links.ts';
import { serveAuthorizePage } from './oauth/authorize-page.ts';
import type { RestApi } from './rest/rest-api.ts';

/** What else is served beside Discord itself, e.g. the page. True when it took the request. */
export type Extra = (request: IncomingMessage, response: ServerResponse, url: URL) => boolean;

export interface HttpServer {
  origin: string;
  close: () => Promise<void>;
}

/** Serves REST, the files and the gateway at one loopback port. */
export async function listen(
  discord: Discord,
  api: RestApi,
  gateway: Gateway,
  extra: () => Extra,
): Promise<HttpServer> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://loopback');
    if (url.pathname.startsWith('/api/')) {
      void api.serve(request, response, url).catch((error: unknown) => {
        // Who was killed while sending never sent it.
        if (request.destroyed && !request.complete) return;
        discord.ledger.slips.push(`${request.method} ${url.pathname}: ${String(error)}`);
        request.socket.destroy();
      });
    } else if (url.pathname.startsWith('/attachments/')) serveFile(discord, request, response, url);
    else if (url.pathname === '/oauth2/authorize') serveAuthorizePage(discord, request, response, url);
    else if (!extra()(request, response, url)) response.writeHead(404).end();
  });
  server.on('upgrade', (request, socket, head) => {
    if (request.url?.startsWith('/gateway')) gateway.upgrade(request, socket, head);
    else socket.destroy();
  });
  server.listen(discord.settings.port, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => close(server) };
}

async function close(server: Server): Promise<void> {
  server.close();
  server.closeAllConnections();
  if (server.listening) await once(server, 'close');
}

function serveFile(discord: Discord, request: IncomingMessage, response: ServerResponse, url: URL): void {
  const file = openLink(discord, url);
  if (file === null) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('This content is no longer available.');
    return;
  }
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
  const start = Number(range?.[1] ?? 0);
  const end = Math.min(Number(range?.[2] || file.bytes.length - 1), file.bytes.length - 1);
  response.writeHead(range === null ? 200 : 206, {
    'content-type': file.contentType,
    'content-length': String(end - start + 1),
    'accept-ranges': 'bytes',
    ...(range === null ? {} : { 'content-range': `bytes ${start}-${end}/${file.bytes.length}` }),
  });
  response.end(request.method === 'HEAD' ? undefined : file.bytes.subarray(start, end + 1));
}
