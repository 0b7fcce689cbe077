import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SIGN_IN_PURPOSES, type SignInPurpose } from '../../bots/account-sign-in.ts';
import type { Clock } from '../../requests/index.ts';

/** So long a person may take over the page where they are asked. */
const ATTEMPT_MS = 10 * 60_000;
const SECRET_BYTES = 32;
const FORMAT = 'v1';

export interface SignInAttempt {
  purpose: SignInPurpose;
  verifier: string;
}

/**
 * Attempts to sign in with an account elsewhere. Each is kept in a signed cookie of the browser that began it, so that an
 * answer which somebody else got there is taken for nothing here; it is good once.
 */
export interface SignInAttempts {
  begin(reply: FastifyReply, purpose: SignInPurpose): { state: string; challenge: string };
  /** The attempt that this answer belongs to, which is over with it; null where it belongs to none. */
  end(request: FastifyRequest, reply: FastifyReply, state: string): SignInAttempt | null;
}

export function createSignInAttempts({ clock, secure }: { clock: Clock; secure: boolean }): SignInAttempts {
  const cookie = secure ? '__Host-open-call-sign-in' : 'open-call-sign-in';
  const attributes = { path: '/', httpOnly: true, sameSite: 'strict', secure } as const;
  return {
    begin(reply, purpose) {
      const [state, verifier] = [secret(), secret()];
      const until = clock().getTime() + ATTEMPT_MS;
      reply.setCookie(cookie, [FORMAT, purpose, until, state, verifier].join('.'), {
        ...attributes,
        signed: true,
        maxAge: ATTEMPT_MS / 1000,
      });
      return { state, challenge: createHash('sha256').update(verifier).digest('base64url') };
    },

    end(request, reply, state) {
      const kept = request.unsignCookie(request.cookies[cookie] ?? '');
      reply.clearCookie(cookie, attributes);
      const [format, wish, until, expected = '', verifier = ''] = (kept.valid ? (kept.value ?? '') : '').split('.');
      const purpose = SIGN_IN_PURPOSES.find((each) => each === wish);
      if (format !== FORMAT || !purpose || Number(until) <= clock().getTime() || !isSame(state, expected)) return null;
      return { purpose, verifier };
    },
  };
}

function secret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
