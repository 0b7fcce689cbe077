import type { FastifyReply } from 'fastify';
import { sayInterface } from '../../wording/say-interface.ts';
import { sayPlatform } from '../../wording/say-platform.ts';
import { languageOf } from './choose-language.ts';
import type { ProblemView } from './contract.ts';
import { PROBLEMS, type ProblemCode } from './problems.ts';

export interface RefusalDetail {
  /** The field or option it is about. */
  field?: string;
  /** The limit that was passed, in the unit of the sentence. */
  limit?: number;
  /** The platform it is about. */
  platform?: string;
}

/** Answers with a problem, in the asker's language. Handlers return what this returns. */
export function refuse(
  reply: FastifyReply,
  code: ProblemCode,
  { field, limit, platform }: RefusalDetail = {},
): FastifyReply {
  const locale = languageOf(reply.request);
  const about = platform === undefined ? {} : { platform: sayPlatform(locale, platform) };
  const message = sayInterface(locale, code, limit, about);
  const view: ProblemView = { code, message, field: field ?? null };
  // Written out here, since routes that answer with a file or a stream have no schema for problems.
  return reply
    .code(PROBLEMS[code])
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .serializer((payload) => JSON.stringify(payload))
    .send(view);
}
