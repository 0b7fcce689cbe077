import type { CuratorRole } from '../../../requests/index.ts';
import type { DiscordServer } from './discord-server.ts';
import { haveOne, mayOperate, type ServerMember } from './member-rights.ts';

/** What a member of the server may do at the desk: the most that one of their roles there allows; null: nothing. */
export function deskRole(server: DiscordServer, member: ServerMember): CuratorRole | null {
  if (mayOperate(server, member)) return 'operator';
  if (haveOne(server.leadRoles, member.roles)) return 'lead';
  if (haveOne(server.curatorRoles, member.roles)) return 'curator';
  return haveOne(server.viewerRoles, member.roles) ? 'viewer' : null;
}
