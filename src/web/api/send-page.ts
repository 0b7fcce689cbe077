import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';

/**
 * Sends what is the same for everybody. Whoever keeps it asks each time whether it still holds, so that a clip that was
 * taken down is gone from every copy at once; where nothing changed, nothing is sent again.
 */
export function sendPage(reply: FastifyReply, text: string, type = 'text/html; charset=utf-8'): FastifyReply {
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  reply.headers({ 'cache-control': 'public, no-cache', etag, vary: 'accept-language' });
  return isKept(reply.request.headers['if-none-match'], etag) ? reply.code(304).send() : reply.type(type).send(text);
}

/** Whether a browser has this already. */
export function isKept(asked: string | undefined, etag: string): boolean {
  return asked?.split(/\s*,\s*/).some((each) => each === '*' || each.replace(/^W\//, '') === etag) ?? false;
}
