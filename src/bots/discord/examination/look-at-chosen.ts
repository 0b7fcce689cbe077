import { type APIChannel, type APIGuildMember, type APIOverwrite, type APIRole, Routes } from 'discord.js';
import { type Call, isOpen } from '../../../calls/call.ts';
import { AdapterError } from '../../../requests/index.ts';
import type { DiscordRest } from '../connection/discord-rest.ts';
import { DISCORD } from '../discord-limits.ts';
import { type DescribedChannel, threadParent } from '../hearing/known-places.ts';
import type { DiscordServer } from '../servers/discord-server.ts';
import { channelPermissions } from './channel-permissions.ts';
import { NEEDED_PERMISSIONS, type NeededPermission } from './needed-permissions.ts';

/** What somebody chose a channel for. */
export type ChosenFor = 'review' | 'announcements' | 'asking';

export interface ChosenChannel {
  id: string;
  use: ChosenFor;
}

/** A chosen channel as it stands: gone, or what the bot is not allowed to there. */
export interface LookedAt {
  chosen: ChosenChannel;
  /** `#clips`; the id where it is not shown to us. */
  name: string;
  missing: readonly NeededPermission['name'][] | 'gone';
}

/** The channels that servers chose, and those in which open calls are asked for. */
export function chosenChannels(
  servers: readonly Pick<DiscordServer, 'reviewChannel' | 'announceChannel'>[],
  calls: readonly Call[],
  now: Date,
): ChosenChannel[] {
  const chosen = servers.flatMap(({ reviewChannel, announceChannel }) => [
    ...(reviewChannel === null ? [] : [{ id: reviewChannel, use: 'review' as const }]),
    ...(announceChannel === null ? [] : [{ id: announceChannel, use: 'announcements' as const }]),
  ]);
  const prefix = `${DISCORD}:`;
  const places = calls.filter((call) => isOpen(call, now)).flatMap((call) => call.places ?? []);
  const ours = new Set(places.filter((place) => place.startsWith(prefix)).map((place) => place.slice(prefix.length)));
  return [...chosen, ...[...ours].map((id) => ({ id, use: 'asking' as const }))];
}

const NEEDED_FOR: Record<ChosenFor, readonly NeededPermission['name'][]> = {
  review: ['View Channels', 'Send Messages', 'Attach Files', 'Read Message History'],
  announcements: ['View Channels', 'Send Messages'],
  asking: ['View Channels', 'Send Messages', 'Send Messages in Threads', 'Attach Files', 'Read Message History'],
};

/** Looks at chosen channels one by one. Only reads. */
export async function lookAtChosen(
  rest: DiscordRest,
  chosen: readonly ChosenChannel[],
  botId: string,
): Promise<LookedAt[]> {
  const guilds = new Map<string, ReturnType<typeof readGuild>>();
  const guildOf = (id: string) => {
    const reading = guilds.get(id) ?? readGuild(rest, id, botId);
    guilds.set(id, reading);
    return reading;
  };
  const found: LookedAt[] = [];
  for (const each of chosen) found.push(await lookAt(each));
  return found;

  async function lookAt(each: ChosenChannel): Promise<LookedAt> {
    const channel = await readChannel(rest, each.id);
    if (channel === 'gone') return { chosen: each, name: each.id, missing: 'gone' };
    if (channel === 'hidden') return { chosen: each, name: each.id, missing: ['View Channels'] };
    const guildId = 'guild_id' in channel ? channel.guild_id : undefined;
    if (guildId === undefined) return { chosen: each, name: each.id, missing: [] };
    const parentId = threadParent(channel as DescribedChannel);
    // A thread has the permissions of the channel in which it hangs.
    const ruling = parentId === null ? channel : await readChannel(rest, parentId);
    const overwrites =
      typeof ruling === 'object' && 'permission_overwrites' in ruling ? ruling.permission_overwrites : [];
    const { roles, member } = await guildOf(guildId);
    const may = channelPermissions({ guildId, memberId: botId, roles }, member, (overwrites ?? []) as APIOverwrite[]);
    const needless = parentId === null ? 'Send Messages in Threads' : 'Send Messages';
    const needed = NEEDED_PERMISSIONS.filter(({ name }) => NEEDED_FOR[each.use].includes(name));
    const missing = needed.filter(
      ({ name, bit }) => (each.use === 'asking' || name !== needless) && (may & bit) === 0n,
    );
    return { chosen: each, name: `#${channel.name}`, missing: missing.map(({ name }) => name) };
  }
}

async function readGuild(rest: DiscordRest, id: string, botId: string) {
  const [roles, member] = await Promise.all([
    rest.get<APIRole[]>(Routes.guildRoles(id)),
    rest.get<APIGuildMember>(Routes.guildMember(id, botId)),
  ]);
  return { roles, member };
}

async function readChannel(rest: DiscordRest, id: string): Promise<APIChannel | 'gone' | 'hidden'> {
  try {
    return await rest.get<APIChannel>(Routes.channel(id));
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    if (error.code === 'unknown-channel') return 'gone';
    if (error.code === 'no-access' || error.code === 'no-permission') return 'hidden';
    throw error;
  }
}
