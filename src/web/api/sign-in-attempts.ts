import type { FastifyReply, FastifyRequest } from 'fastify';
import { SIGN_IN_PURPOSES, type SignInPurpose } from '../../bots/account-sign-in.ts';
import { type AttemptSecrets, makeAttemptSecrets } from '../../bots/signing-in/attempt-secrets.ts';
import { isSameSecret } from '../../bots/signing-in/is-same-secret.ts';
import type { Clock } from '../../requests/index.ts';

/** So long a person may take over the page where they are asked. */
const ATTEMPT_MS = 10 * 60_000;
const FORMAT = 'v2';

export interface SignInAttempt {
  purpose: SignInPurpose;
  verifier: string;
}

/**
 * Attempts to sign in with an account elsewhere. Each is kept in a signed cookie of the browser that began it, so that an
 * answer which somebody else got there, or which comes from another platform, is taken for nothing here; it is good once.
 */
export interface SignInAttempts {
  begin(
    reply: FastifyReply,
    what: { platform: string; purpose: SignInPurpose },
  ): Pick<AttemptSecrets, 'state' | 'challenge'>;
  /** The attempt that this answer belongs to, which is over with it; null where it belongs to none. */
  end(request: FastifyRequest, reply: FastifyReply, answer: { platform: string; state: string }): SignInAttempt | null;
}

export function createSignInAttempts({ clock, secure }: { clock: Clock; secure: boolean }): SignInAttempts {
  const cookie = secure ? '__Host-open-call-sign-in' : 'open-call-sign-in';
  const attributes = { path: '/', httpOnly: true, sameSite: 'strict', secure } as const;
  return {
    begin(reply, { platform, purpose }) {
      const { state, verifier, challenge } = makeAttemptSecrets();
      const until = clock().getTime() + ATTEMPT_MS;
      reply.setCookie(cookie, [FORMAT, platform, purpose, until, state, verifier].join('.'), {
        ...attributes,
        signed: true,
        maxAge: ATTEMPT_MS / 1000,
      });
      return { state, challenge };
    },

    end(request, reply, { platform, state }) {
      const kept = request.unsignCookie(request.cookies[cookie] ?? '');
      reply.clearCookie(cookie, attributes);
      const parts = (kept.valid ? (kept.value ?? '') : '').split('.');
      const [format, where, wish, until, expected = '', verifier = ''] = parts;
      const purpose = SIGN_IN_PURPOSES.find((each) => each === wish);
      if (format !== FORMAT || where !== platform || !purpose || Number(until) <= clock().getTime()) return null;
      return isSameSecret(state, expected) ? { purpose, verifier } : null;
    },
  };
}
