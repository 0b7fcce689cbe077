import type { CuratorRole } from '../../requests/index.ts';

/** Somebody who may come in at the desk. */
export interface Curator {
  name: string;
  role: CuratorRole;
  /** The curator who brought them in; null: whoever runs the machine. */
  invitedBy: string | null;
  /** ISO 8601. */
  since: string;
}

export interface CuratorSession {
  /** Names the session, and opens nothing. */
  id: string;
  curator: string;
  /** ISO 8601. */
  startedAt: string;
  expiresAt: string;
}

/** Curators and their ways in. Tokens and sessions are kept as SHA-256 only. */
export interface CuratorStore {
  /** Takes somebody in; who is known stays as they are. Answers with what is kept. */
  keep(curator: Curator): Promise<Curator>;
  find(name: string): Promise<Curator | null>;
  list(): Promise<Curator[]>;
  /**
   * Takes somebody in by their account at a platform (a `memberKey`), under the name and in the role that they have there
   * now. Whoever had that name before, and had another account, comes in no more; nor do sessions under a former name.
   */
  keepAccount(account: string, curator: Pick<Curator, 'name' | 'role' | 'since'>): Promise<Curator>;
  /** Curators who came in by an account. */
  accounts(): Promise<{ account: string; curator: string }[]>;
  setRole(name: string, role: CuratorRole): Promise<boolean>;
  /** With their sessions and what they could sign in with. */
  remove(name: string): Promise<boolean>;
  /** Keeps a one-time sign-in token for a curator. */
  addSignIn(tokenHash: string, curator: string, expiresAt: string): Promise<void>;
  /** Uses up the token; the curator's name, or null when it is unknown, used or too old. */
  redeemSignIn(tokenHash: string, now: string): Promise<string | null>;
  addSession(sessionHash: string, curator: string, expiresAt: string): Promise<void>;
  /** Whose session it is; null where it has ended, or they may come in no more. */
  findSession(sessionHash: string, now: string): Promise<Curator | null>;
  sessions(now: string): Promise<CuratorSession[]>;
  endSession(sessionHash: string): Promise<void>;
  /** The same by its id, if it is one of that curator's; null: of anybody's. Whose it was; null where there is none. */
  endSessionById(id: string, curator: string | null): Promise<string | null>;
}
