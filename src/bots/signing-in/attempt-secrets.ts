import { createHash, randomBytes } from 'node:crypto';

/** What one attempt to sign in is known again by. */
export interface AttemptSecrets {
  /** Comes back with the answer, so that no other answer is taken for it. */
  state: string;
  /** Proves that who redeems the code is who asked for it (PKCE, RFC 7636). */
  verifier: string;
  /** Shown in its place while one asks (S256). */
  challenge: string;
}

const SECRET_BYTES = 32;

export function makeAttemptSecrets(): AttemptSecrets {
  const [state, verifier] = [secret(), secret()];
  return { state, verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}

function secret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}
