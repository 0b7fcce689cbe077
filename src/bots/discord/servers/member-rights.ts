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
export function mayCurate(
  { curatorRoles, leadRoles }: DiscordServer,
  { roles }: ServerMember,
): 'yes' | 'no' | 'nobody' {
  const chosen = [...curatorRoles, ...leadRoles];
  if (chosen.length === 0) return 'nobody';
  return haveOne(chosen, roles) ? 'yes' : 'no';
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

export function haveOne(chosen: readonly string[], roles: readonly string[]): boolean {
  return roles.some((role) => chosen.includes(role));
}

/** A server, as Discord describes it where nobody acts in it. */
interface DescribedServer {
  id: string;
  owner_id: string;
  roles: readonly { id: string; permissions: string }[];
}

/** What Discord lets a member do in the whole server, in its own form. Its owner may do everything; `@everyone` has the server's id. */
export function permissionsIn(
  { id, owner_id, roles }: DescribedServer,
  member: { id: string; roles: readonly string[] },
): string {
  if (member.id === owner_id) return String(ADMINISTRATOR);
  const theirs = roles.filter((role) => role.id === id || member.roles.includes(role.id));
  return String(theirs.reduce((bits, { permissions }) => bits | BigInt(permissions), 0n));
}
