import { type Clock, type CuratorRole, toInstant } from '../../requests/index.ts';
import type { CuratorStore } from './curator-store.ts';
import type { RoleSource } from './role-source.ts';

export interface KeepRolesOptions {
  curators: CuratorStore;
  source: RoleSource;
  clock: Clock;
  /** Told of what changed; `role` is null where their sessions ended. */
  onChange: (changed: { curator: string; before: CuratorRole; role: CuratorRole | null }) => Promise<void>;
  onError: (error: unknown) => void;
  everyMs?: number;
}

const LOOK_EVERY_MS = 60_000;

/**
 * Keeps what curators may do who came in by an account elsewhere as it is there: who lost the role loses the session
 * within a minute, and at once where the roles themselves were chosen anew. While the platform is away what they could
 * do holds, until their session ends by itself.
 */
export function startKeepingRoles(options: KeepRolesOptions): { close(): Promise<void> } {
  const { source, onError, everyMs = LOOK_EVERY_MS } = options;
  let looking: Promise<void> | null = null;
  let again = false;

  function look(): void {
    if (looking) {
      again = true;
      return;
    }
    looking = lookAtAll(options)
      .catch(onError)
      .finally(() => {
        looking = null;
        if (!again) return;
        again = false;
        look();
      });
  }

  const timer = setInterval(look, everyMs);
  timer.unref();
  const stop = source.onRolesChosen(look);
  look();
  return {
    async close() {
      clearInterval(timer);
      stop();
      again = false;
      await looking;
    },
  };
}

/** One after another, and only who is signed in: everybody else is looked up as they come in. */
async function lookAtAll({ curators, source, clock, onChange, onError }: KeepRolesOptions): Promise<void> {
  const prefix = `${source.platform}:`;
  const [accounts, sessions] = await Promise.all([curators.accounts(), curators.sessions(toInstant(clock()))]);
  const here = new Set(sessions.map(({ curator }) => curator));
  for (const { account, curator } of accounts) {
    if (!account.startsWith(prefix) || !here.has(curator)) continue;
    try {
      const role = await source.roleOf(account.slice(prefix.length));
      const known = await curators.find(curator);
      if (!known || known.role === role) continue;
      await (role === null ? curators.remove(curator) : curators.setRole(curator, role));
      await onChange({ curator, before: known.role, role });
    } catch (error) {
      onError(error);
    }
  }
}
