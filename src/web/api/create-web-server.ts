import { isIP } from 'node:net';
import { buildWebApp } from './build-web-app.ts';
import type { WebDependencies } from './web-dependencies.ts';

/** How long downloads under way may take to end at a stop, in milliseconds. */
const GRACE_MS = 3000;

export interface WebServer {
  /** `METHOD /path` of every route there is. */
  readonly routes: readonly string[];
  /** Resolves with the address to open. Rejects with `EADDRINUSE` and the like. */
  listen(host: string, port: number): Promise<string>;
  /** Ends all pages' events, lets what is under way finish for a moment, and closes. */
  close(): Promise<void>;
}

/** The pages and their HTTP interface. */
export async function createWebServer(dependencies: WebDependencies): Promise<WebServer> {
  let ownMachine = true;
  const { app, hub, routes } = await buildWebApp(dependencies, () => ownMachine);

  return {
    routes,
    async listen(host, port) {
      ownMachine = isOwnMachine(host);
      await app.listen({ host, port });
      const address = app.server.address();
      const bound = typeof address === 'object' && address ? address.port : port;
      return `http://${isIP(host) === 6 ? `[${host}]` : reachable(host)}:${bound}`;
    },
    async close() {
      await hub.close();
      const impatience = setTimeout(() => app.server.closeAllConnections(), GRACE_MS);
      await app.close();
      clearTimeout(impatience);
    },
  };
}

function isOwnMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

/** Nobody can open the address that stands for all of them. */
function reachable(host: string): string {
  return host === '0.0.0.0' || host === '' ? '127.0.0.1' : host;
}
