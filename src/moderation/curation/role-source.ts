import type { CuratorRole } from '../../requests/index.ts';

/** What the platform that curators came in from says of them. */
export interface RoleSource {
  readonly platform: string;
  /** By the account's id there; null: nothing any more. Throws where the platform is away. */
  roleOf(accountId: string): Promise<CuratorRole | null>;
  /** Calls back when it was chosen anew which roles there are which here. Returns the way to stop. */
  onRolesChosen(callback: () => void): () => void;
}
