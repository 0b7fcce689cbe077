import type { FastifyInstance } from 'fastify';

/**
 * One line a request, by the route and not by the address: a sign-in link carries its token in it, and ids of what
 * people asked for have no place in a log.
 */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'no route';
    const line = { method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) };
    if (reply.statusCode >= 500) request.log.warn(line, 'Answered');
    else request.log.debug(line, 'Answered');
  });
}
