import type { Member } from '../requests/index.ts';

/** Members who are signed in on our pages by an account at a platform. Sessions are kept as SHA-256 only. */
export interface MemberSessionStore {
  add(sessionHash: string, member: Member, expiresAt: string): Promise<void>;
  /** Whose session it is; null where it has ended. */
  find(sessionHash: string, now: string): Promise<Member | null>;
  end(sessionHash: string): Promise<void>;
}
