import type { CuratorRole } from '../../requests/index.ts';

/** What is kept of who came in at the desk and who may, and of accounts that members joined: it can only be added to. */
export type AuditEvent =
  /** By a `link`, or with an account on the platform of this id. */
  | { kind: 'signed-in'; by: string }
  /** Without a role that opens the desk. Nobody’s name stays for that. */
  | { kind: 'turned-away' }
  | { kind: 'signed-out' }
  | { kind: 'session-ended'; curator: string }
  | { kind: 'invited'; curator: string; role: CuratorRole }
  /** `role` is null where they may come in no more. */
  | { kind: 'role-given'; curator: string; before: CuratorRole; role: CuratorRole | null }
  /**
   * Their owner joined accounts, now on these platforms, or took one out again. `person` names no account, so that nothing
   * of theirs stays here once they had everything deleted.
   */
  | { kind: 'accounts-joined'; person: string; platforms: string[] }
  | { kind: 'account-parted'; person: string; platform: string };

export interface AuditEntry {
  /** Grows with each entry. */
  number: number;
  /** ISO 8601. */
  at: string;
  /** The curator who did it; null: Discord, where roles are given, whoever is at the machine, or a member. */
  actor: string | null;
  event: AuditEvent;
}

export interface AuditStore {
  note(entry: Omit<AuditEntry, 'number'>): Promise<void>;
  /** Newest first; `before`: only those with a lower number. */
  list(query: { before: number | null; limit: number }): Promise<AuditEntry[]>;
}
