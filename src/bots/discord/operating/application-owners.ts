import { type APIApplication, Routes, TeamMemberMembershipState, TeamMemberRole } from 'discord.js';
import type { DiscordRest } from '../connection/discord-rest.ts';

/** Whether somebody owns our application, or may change it as a member of the team that does. Asked of Discord each time. */
export async function ownsApplication(rest: DiscordRest, userId: string): Promise<boolean> {
  const { owner, team } = await rest.get<APIApplication>(Routes.currentApplication());
  // Of a team's application Discord gives a user of its own making as the owner.
  if (!team) return owner?.id === userId;
  return team.members.some(
    ({ user, membership_state, role }) =>
      user.id === userId &&
      membership_state === TeamMemberMembershipState.Accepted &&
      (team.owner_user_id === userId || role !== TeamMemberRole.ReadOnly),
  );
}
