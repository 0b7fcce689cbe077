import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { APP_PATHS } from '../pages/app-paths.ts';
import { refuse } from './refuse.ts';
import type { Visitors } from './visitors.ts';

const UNCHANGING = 'public, max-age=31536000, immutable';
const ASK_AGAIN = 'no-cache';
/** Vite puts what it names by its content here. */
const HASHED = /[\\/]assets[\\/]/;

const OF_THE_APP = new RegExp(`^(?:${APP_PATHS.map((path) => path.replace(/:\w+/, '[^/]+')).join('|')})/?$`);

/**
 * Serves the built pages. They find their own way, so every address that is no file gets the same first page: it says
 * by itself that nothing is there, and by its status to whoever only counts links.
 */
export async function servePages(
  app: FastifyInstance,
  { directory, visitors }: { directory: string; visitors: Visitors },
): Promise<void> {
  await app.register(fastifyStatic, {
    root: directory,
    index: false,
    redirect: false,
    // A folder is no file: `/` is the first page, and would be answered as forbidden without an index of its own.
    allowedPath: (pathname) => !pathname.endsWith('/'),
    dotfiles: 'ignore',
    cacheControl: false,
    // The folder is not there before the pages were built for the first time.
    suppressWarning: true,
    setHeaders: (response, path) => {
      response.header('cache-control', HASHED.test(path) ? UNCHANGING : ASK_AGAIN);
    },
  });

  app.setNotFoundHandler(async (request, reply) => {
    const { pathname } = new URL(request.url, 'http://here');
    const page = request.method === 'GET' && !/^\/(?:api|files)(?:\/|$)|\.\w+$/.test(pathname);
    const html = page ? await readFile(join(directory, 'index.html'), 'utf8').catch(() => null) : null;
    if (html === null) return refuse(reply, 'not-found');
    // The page's first questions come all at once: each would make a visitor of its own.
    visitors.settle(request, reply);
    reply.code(OF_THE_APP.test(pathname) ? 200 : 404).header('cache-control', 'no-store');
    return reply.type('text/html; charset=utf-8').send(html);
  });
}
