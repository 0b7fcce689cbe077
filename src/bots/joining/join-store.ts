import type { Member } from '../../requests/index.ts';

/**
 * Accounts that their owner joined are one person: they vote once and share what one member may ask for. Rows keep the
 * account that wrote them, and who belongs together is looked up wherever something is counted; so joining can be undone.
 */
export interface JoinStore {
  /**
   * Keeps the hash of the code with which another account may be joined to this one, in place of the one before it.
   * `onlyFor`: what the other account is called (`MemberAt`), where the code will stand in public.
   */
  offer(codeHash: string, offer: { member: Member; onlyFor: string | null; until: string }): Promise<void>;
  /** How often an account tried something since then, this time included. Times are ISO 8601. */
  countTry(account: string, moment: { at: string; since: string }): Promise<number>;
  /**
   * Joins an account with the one that a code was given to, and with all that are joined to either; the code is spent by
   * it, and it is noted in the audit. `person` is a fresh id.
   */
  join(codeHash: string, joining: Joining): Promise<JoinOutcome>;
  /** Takes an account out again, which is noted in the audit; `alone`: it was joined to none. */
  part(account: string, at: string): Promise<'parted' | 'alone'>;
  /** The others that an account is joined to, oldest first. */
  joinedTo(account: string): Promise<JoinedAccount[]>;
}

export interface Joining {
  member: Member;
  /** Who wrote the code, where they wrote it in public; else null. */
  calledInPublic: string | null;
  person: string;
  at: string;
  mostAccounts: number;
}

export type JoinOutcome =
  | { outcome: 'joined'; to: Member }
  /** Never given out, spent, too old, or for somebody else. */
  | { outcome: 'no-such-code' }
  | { outcome: 'own-code' }
  | { outcome: 'joined-before' }
  | { outcome: 'too-many-accounts' };

export interface JoinedAccount {
  member: Member;
  /** ISO 8601. */
  joinedAt: string;
}
