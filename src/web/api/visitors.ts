import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Locale, Member } from '../../requests/index.ts';
import { guestName } from './visitor-name.ts';

/** The room's platform id, as the room's adapter has it. */
export const ROOM = 'room';

/** The longest that browsers keep a cookie, in seconds (RFC 6265bis: 400 days). */
const COOKIE_SECONDS = 400 * 24 * 3600;
const FORMAT = 'v1';

export interface Visitor {
  id: string;
  /** Empty until chosen. */
  name: string;
}

/** Visitors are known by a signed cookie that holds all there is to know of them: a random id and a chosen name. */
export interface Visitors {
  /** Who the cookie says it is; null without a cookie or with one that we did not sign. */
  known(request: FastifyRequest): Visitor | null;
  /** The visitor, or a new one that lasts for this request unless it is settled. */
  of(request: FastifyRequest): Visitor;
  /** The visitor, who gets a cookie if there was none. */
  settle(request: FastifyRequest, reply: FastifyReply): Visitor;
  /** Takes the cookie back: whoever comes next is somebody new. */
  leave(request: FastifyRequest, reply: FastifyReply): void;
  rename(request: FastifyRequest, reply: FastifyReply, name: string): Visitor;
}

export function createVisitors({ newId, secure }: { newId: () => string; secure: boolean }): Visitors {
  const met = new WeakMap<FastifyRequest, { visitor: Visitor; known: boolean }>();
  // The prefix makes the browser refuse it from subdomains and over plain HTTP.
  const cookie = secure ? '__Host-open-call-visitor' : 'open-call-visitor';

  function meet(request: FastifyRequest) {
    const before = met.get(request);
    if (before) return before;
    const visitor = readCookie(request, request.cookies[cookie]);
    const meeting = { visitor: visitor ?? { id: newId(), name: '' }, known: visitor !== null };
    met.set(request, meeting);
    return meeting;
  }

  function give(request: FastifyRequest, reply: FastifyReply, visitor: Visitor): Visitor {
    met.set(request, { visitor, known: true });
    const value = [FORMAT, visitor.id, Buffer.from(visitor.name).toString('base64url')].join('.');
    reply.setCookie(cookie, value, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure,
      signed: true,
      maxAge: COOKIE_SECONDS,
    });
    return visitor;
  }

  return {
    known: (request) => {
      const { visitor, known } = meet(request);
      return known ? visitor : null;
    },
    of: (request) => meet(request).visitor,
    settle(request, reply) {
      const { visitor, known } = meet(request);
      return known ? visitor : give(request, reply, visitor);
    },
    leave(request, reply) {
      met.delete(request);
      reply.clearCookie(cookie, { path: '/', httpOnly: true, sameSite: 'lax', secure });
    },
    rename: (request, reply, name) => give(request, reply, { ...meet(request).visitor, name }),
  };
}

function readCookie(request: FastifyRequest, cookie: string | undefined): Visitor | null {
  if (cookie === undefined) return null;
  const { valid, value } = request.unsignCookie(cookie);
  const [format, id, name] = (valid ? (value ?? '') : '').split('.');
  if (format !== FORMAT || !id || name === undefined) return null;
  return { id, name: Buffer.from(name, 'base64url').toString() };
}

/** The visitor as a member of the room, with the name that is shown. */
export function memberOf({ id, name }: Visitor, locale: Locale): Member {
  return { platform: ROOM, id, name: name === '' ? guestName(id, locale) : name };
}
