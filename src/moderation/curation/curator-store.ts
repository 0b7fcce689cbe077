/** A curator's way in. Tokens and sessions are kept as SHA-256 only. */
export interface CuratorStore {
  /** Keeps a one-time sign-in token for a curator. */
  addSignIn(tokenHash: string, curator: string, expiresAt: string): Promise<void>;
  /** Uses up the token; the curator's name, or null when it is unknown, used or too old. */
  redeemSignIn(tokenHash: string, now: string): Promise<string | null>;
  addSession(sessionHash: string, curator: string, expiresAt: string): Promise<void>;
  findSession(sessionHash: string, now: string): Promise<string | null>;
  endSession(sessionHash: string): Promise<void>;
}
