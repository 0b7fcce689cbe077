import type { DiscordSimulator } from '../discord-simulator.ts';
import type { Channel, Guild, Member } from '../world/world.ts';
import type { Part } from './page-contract.ts';

/** The server that the page shows, and the people one can be in it. */
export interface Cast {
  guild: Guild;
  people: readonly { member: Member; part: Part }[];
  channels: readonly Channel[];
}

/** A small server: a channel for everybody, one for curators alone, and people of each kind, one of them in Arabic. */
export function castPeople({ world }: DiscordSimulator): Cast {
  const owner = world.addUser('Ada');
  // Otherwise nobody could set the server up.
  world.ownApplication(owner);
  const guild = world.addGuild('Paper Theatre', { owner });
  const curators = world.addRole(guild, 'Curators');
  const clips = world.addChannel(guild, 'clips');
  const lobby = world.addChannel(guild, 'lobby');
  const review = world.addChannel(guild, 'review');
  world.setPermissions(review, 'everyone', { deny: ['viewChannel'] });
  world.setPermissions(review, curators, { allow: ['viewChannel'] });
  world.setPermissions(review, 'bot', { allow: ['viewChannel'] });
  const admin = guild.members.get(owner.id);
  if (admin === undefined) throw new Error('the owner is not in the server');
  return {
    guild,
    channels: [clips, lobby, review],
    people: [
      { member: world.addMember(guild, 'Mina'), part: 'requester' },
      { member: world.addMember(guild, 'سلمى', { locale: 'ar' }), part: 'requester' },
      { member: world.addMember(guild, 'Noor', { roles: [curators] }), part: 'curator' },
      { member: admin, part: 'admin' },
    ],
  };
}
