import type { Trust } from '../../../calls/standing.ts';
import type { DiscordServer } from './discord-server.ts';

/** A bit of Discord's permissions (docs: topics/permissions); its library is not loaded where nobody is on Discord. */
const ADMINISTRATOR = 1n << 3n;

/** A member of a server, as Discord describes them in each interaction. */
export interface ServerMember {
  roles: readonly string[];
  /** A bit field in decimal, as Discord writes it. */
  permissions: string;
}

/** Whether a member may decide requests there. `nobody`: the server has chosen no curators. */
export function mayCurate({ curatorRoles }: DiscordServer, { roles }: ServerMember): 'yes' | 'no' | 'nobody' {
  if (curatorRoles.length === 0) return 'nobody';
  return haveOne(curatorRoles, roles) ? 'yes' : 'no';
}

/** Whether a member may run calls and set things up there: admins, and the roles chosen for it. */
export function mayOperate({ operatorRoles }: DiscordServer, { roles, permissions }: ServerMember): boolean {
  // Who may only manage the server can have Discord offer them any command; to spend money takes more.
  const isAdmin = (BigInt(permissions) & ADMINISTRATOR) !== 0n;
  return isAdmin || haveOne(operatorRoles, roles);
}

export function trustOf({ trustedRoles, blockedRoles }: DiscordServer, roles: readonly string[]): Trust {
  if (haveOne(blockedRoles, roles)) return 'blocked';
  return haveOne(trustedRoles, roles) ? 'trusted' : 'none';
}

function haveOne(chosen: readonly string[], roles: readonly string[]): boolean {
  return roles.some((role) => chosen.includes(role));
}
