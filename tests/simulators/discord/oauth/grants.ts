import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../../../../src/requests/index.ts';
import type { User } from '../world/world.ts';

/** What somebody let the application see. */
export interface Grant {
  user: User;
  scopes: readonly string[];
}

interface Code extends Grant {
  redirectUri: string;
  /** Null where the application sent none (PKCE, RFC 7636). */
  challenge: string | null;
  until: number;
}

/** As long as RFC 6749, 4.1.2, has it at most. */
const codeMs = 10 * 60_000;
/** Discord's access tokens last seven days. */
export const tokenSeconds = 7 * 24 * 3600;

/** Codes that were given out, and tokens that are good. */
export interface Grants {
  codes: Map<string, Code>;
  tokens: Map<string, Grant>;
  /** A code for the application, good once and shortly. */
  allow: (asked: Omit<Code, 'until'>) => string;
  /** The token for a code; null where it is not good for this. */
  redeem: (code: string, redirectUri: string, verifier: string | undefined) => { token: string; grant: Grant } | null;
  give: (grant: Grant) => string;
}

export function createGrants(clock: Clock): Grants {
  const codes = new Map<string, Code>();
  const tokens = new Map<string, Grant>();
  const now = () => clock().getTime();
  const secret = () => randomBytes(24).toString('base64url');

  function give(grant: Grant): string {
    const token = secret();
    tokens.set(token, grant);
    return token;
  }

  return {
    codes,
    tokens,
    give,
    allow(asked) {
      const code = secret();
      codes.set(code, { ...asked, until: now() + codeMs });
      return code;
    },
    redeem(given, redirectUri, verifier) {
      const code = codes.get(given);
      codes.delete(given);
      if (code === undefined || code.until <= now() || code.redirectUri !== redirectUri) return null;
      if (code.challenge !== null && code.challenge !== challengeOf(verifier ?? '')) return null;
      const grant = { user: code.user, scopes: code.scopes };
      return { token: give(grant), grant };
    },
  };
}

function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}
