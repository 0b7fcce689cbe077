import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refuse } from './refuse.ts';

const SAFE_METHODS: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];
const OWN_MACHINE: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/** A header that no form and no foreign page can send without a preflight, which nobody answers. */
export const WRITE_HEADER = 'x-open-call';

export interface OriginGuard {
  publicUrl: string | null;
  /** Whether the server listens on this machine only; told when it listens. */
  onOwnMachine: () => boolean;
}

/** Keeps foreign pages from acting through a visitor's browser: by rebinding a name to us, or by their cookies. */
export function guardOrigin(app: FastifyInstance, guard: OriginGuard): void {
  const publicHost = guard.publicUrl === null ? null : new URL(guard.publicUrl).host;

  app.addHook('onRequest', async (request, reply) => {
    const host = request.headers.host ?? '';
    if (guard.onOwnMachine() && host !== publicHost && !OWN_MACHINE.includes(hostnameOf(host))) {
      return refuse(reply, 'unknown-host');
    }
    if (!SAFE_METHODS.includes(request.method) && !isOwnWrite(request, [host, publicHost])) {
      return refuse(reply, 'foreign-page');
    }
  });
}

/**
 * `Sec-Fetch-Site` is the browser's own word and goes first. Browsers leave it out towards plain HTTP addresses; then
 * `Origin` decides. What is no browser sends neither, and has no one else's cookies.
 */
function isOwnWrite({ headers }: FastifyRequest, hosts: readonly (string | null)[]): boolean {
  if (headers[WRITE_HEADER] !== '1') return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  return headers.origin === undefined || hosts.includes(hostOf(headers.origin));
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : 'none';
}

/** Without the port; an IPv6 address keeps its brackets. */
function hostnameOf(host: string): string {
  return host.toLowerCase().replace(/:\d+$/, '');
}
