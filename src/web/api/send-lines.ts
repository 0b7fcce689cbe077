import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/** Sends lines as a file to be saved, as they come. */
export function sendLines(
  reply: FastifyReply,
  { name, type }: { name: string; type: string },
  lines: AsyncIterable<string>,
): FastifyReply {
  return reply.header('content-disposition', `attachment; filename="${name}"`).type(type).send(Readable.from(lines));
}
