import type { Discord } from '../discord.ts';
import { isObject } from '../json.ts';
import { renderMember, renderUser } from '../messages/render-user.ts';
import type { Connection, GatewayControls } from './connection.ts';
import { intent, knownIntents, privilegedIntents } from './intents.ts';
import { renderArrivedGuild } from './render-guild.ts';
import { closeCode, opcode, type Session, shardOf } from './session.ts';

const dayMs = 86_400_000;

export function identify(
  discord: Discord,
  controls: GatewayControls,
  connection: Connection,
  data: unknown,
): undefined {
  if (connection.session !== null) return connection.end(closeCode.alreadyAuthenticated, 'Already authenticated.');
  const asked = isObject(data) ? data : {};
  const shard = readShard(asked.shard);
  const intents = asked.intents;
  if (!isToken(discord, asked.token)) {
    return connection.end(closeCode.authenticationFailed, 'Authentication failed.');
  }
  if (shard === null) return connection.end(closeCode.invalidShard, 'Invalid shard.');
  if (typeof intents !== 'number' || (intents & ~knownIntents) !== 0) {
    return connection.end(closeCode.invalidIntents, 'Invalid intent(s).');
  }
  if ((intents & privilegedIntents & ~discord.settings.privilegedIntents) !== 0) {
    return connection.end(closeCode.disallowedIntents, 'Disallowed intent(s).');
  }
  const now = discord.now();
  controls.starts = controls.starts.filter((at) => at > now - dayMs);
  if (controls.starts.length >= discord.settings.sessionStarts) {
    return connection.end(closeCode.authenticationFailed, 'Authentication failed.');
  }
  controls.starts.push(now);
  connection.session = controls.sessions.start(connection.socket, intents, shard);
  welcome(discord, controls, connection.session);
  discord.changed();
}

/** Some clients send the token as REST has it, and Discord takes that too. */
function isToken({ settings }: Discord, token: unknown): boolean {
  return token === settings.token || token === `Bot ${settings.token}`;
}

function readShard(value: unknown): Session['shard'] | null {
  if (value === undefined) return [0, 1];
  const [id, count] = Array.isArray(value) ? value : [];
  const right = Number.isInteger(id) && Number.isInteger(count) && id >= 0 && id < count;
  return right ? [Number(id), Number(count)] : null;
}

function welcome(discord: Discord, controls: GatewayControls, session: Session): void {
  const { world } = discord;
  const guilds = [...world.joined].filter((id) => shardOf(id, session.shard[1]) === session.shard[0]);
  controls.sessions.tell(session, 'READY', {
    v: 10,
    user: { ...renderUser(world.bot), verified: true, mfa_enabled: true, email: null },
    guilds: guilds.map((id) => ({ id, unavailable: true })),
    session_id: session.id,
    resume_gateway_url: `${discord.origin().replace('http', 'ws')}/gateway`,
    shard: session.shard,
    application: { id: world.bot.id, flags: 0 },
    private_channels: [],
    geo_ordered_rtc_regions: [],
    session_type: 'normal',
    _trace: ['["simulated"]'],
  });
  if ((session.intents & intent.guilds) === 0) return;
  for (const id of guilds) {
    const guild = world.guilds.get(id);
    if (guild === undefined || guild.unavailable) continue;
    controls.sessions.tell(session, 'GUILD_CREATE', renderArrivedGuild(discord, guild));
  }
}

export function resume(discord: Discord, controls: GatewayControls, connection: Connection, data: unknown): undefined {
  const asked = isObject(data) ? data : {};
  if (!isToken(discord, asked.token)) {
    return connection.end(closeCode.authenticationFailed, 'Authentication failed.');
  }
  const sequence = typeof asked.seq === 'number' ? asked.seq : 0;
  const session = controls.sessions.resume(String(asked.session_id), sequence, connection.socket);
  if (session === null) return connection.send(opcode.invalidSession, false);
  connection.session = session;
  for (const { sequence: at, text } of session.sent) if (at > sequence) connection.socket.send(text);
  controls.sessions.tell(session, 'RESUMED', { _trace: ['["simulated"]'] });
  discord.changed();
}

/** Members by id; the whole list needs the privileged intent, which answers nothing here. */
export function answerMembers(discord: Discord, controls: GatewayControls, session: Session, data: unknown): undefined {
  const asked = isObject(data) ? data : {};
  const guild = discord.world.guilds.get(String(asked.guild_id));
  if (guild === undefined || !discord.world.joined.has(guild.id)) return;
  const ids = [asked.user_ids].flat().map(String);
  const members = ids.flatMap((id) => guild.members.get(id) ?? []);
  controls.sessions.tell(session, 'GUILD_MEMBERS_CHUNK', {
    guild_id: guild.id,
    members: members.map(renderMember),
    chunk_index: 0,
    chunk_count: 1,
    not_found: ids.filter((id) => /^\d+$/.test(id) && !guild.members.has(id)),
    ...(typeof asked.nonce === 'string' ? { nonce: asked.nonce } : {}),
  });
}
