import type { Discord } from '../../discord.ts';
import { renderChannel } from '../../gateway/render-guild.ts';
import type { JsonObject } from '../../json.ts';
import { renderUser } from '../../messages/render-user.ts';
import type { Channel } from '../../world/world.ts';
import { channelKind } from '../../world/world.ts';
import { refusal } from '../api-error.ts';
import { type Answer, bodyOf, type Call, type Operation } from '../operation.ts';

function gatewayUrl({ discord }: Call): string {
  return `${discord.origin().replace('http', 'ws')}/gateway`;
}

const dayMs = 86_400_000;

function gatewayForBots(call: Call): Answer {
  const { settings } = call.discord;
  const limit = {
    total: settings.sessionStarts,
    remaining: call.discord.sessionStartsLeft(),
    reset_after: dayMs,
    max_concurrency: 16,
  };
  return { status: 200, body: { url: gatewayUrl(call), shards: 1, session_start_limit: limit } };
}

function ownAccount({ discord, as }: Call): Answer {
  const user = as ?? discord.world.bot;
  // Their address would take a scope of its own.
  const account = { mfa_enabled: true, locale: user.locale, ...(as ? {} : { verified: true, email: null }) };
  return { status: 200, body: { ...renderUser(user), ...account } };
}

/** A team's first member is its owner. */
function renderTeam({ world }: Discord): JsonObject {
  const { bot, owners } = world;
  return {
    id: bot.id,
    name: 'A team',
    icon: null,
    owner_user_id: owners[0]?.user.id ?? bot.id,
    members: owners.map(({ user, role, accepted }) => ({
      user: renderUser(user),
      team_id: bot.id,
      membership_state: accepted ? 2 : 1,
      role,
      permissions: ['*'],
    })),
  };
}

/** Bits with which Discord says which privileged intents an application has (docs: resources/application). */
function ownApplication({ discord }: Call): Answer {
  const { bot, owners } = discord.world;
  const flags = (discord.settings.privilegedIntents & (1 << 15)) === 0 ? 0 : 1 << 19;
  return {
    status: 200,
    body: {
      id: bot.id,
      name: bot.username,
      icon: null,
      description: 'A simulated application.',
      type: null,
      flags,
      flags_new: String(flags),
      bot: renderUser(bot),
      bot_public: true,
      bot_require_code_grant: false,
      verify_key: '0'.repeat(64),
      redirect_uris: discord.settings.redirectUris,
      interactions_endpoint_url: null,
      role_connections_verification_url: null,
      owner: renderUser(owners.length === 1 && owners[0] ? owners[0].user : bot),
      approximate_guild_count: discord.world.joined.size,
      approximate_user_install_count: 0,
      approximate_user_authorization_count: 0,
      explicit_content_filter: 0,
      team: owners.length > 1 ? renderTeam(discord) : null,
      eligible_oauth2_scopes: [],
      ...discord.settings.application,
    },
  };
}

function user({ discord, params }: Call): Answer {
  const found = discord.world.users.get(params.user_id ?? '');
  if (found === undefined) throw refusal.unknownUser();
  return { status: 200, body: renderUser(found) };
}

function openConversation(call: Call): Answer {
  const { world, nextId } = call.discord;
  const recipient = String(bodyOf(call).recipient_id);
  if (!world.users.has(recipient)) throw refusal.unknownUser();
  const known = [...world.channels.values()].find(
    ({ kind, recipients }) => kind === channelKind.direct && recipients.includes(recipient),
  );
  const channel: Channel = known ?? {
    id: nextId(),
    kind: channelKind.direct,
    name: '',
    guildId: null,
    parentId: null,
    position: 0,
    overwrites: new Map(),
    recipients: [recipient],
    ownerId: null,
    messages: new Map(),
  };
  world.channels.set(channel.id, channel);
  return { status: 200, body: renderChannel(call.discord, channel) };
}

export const botOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/gateway',
    gives: { 200: 'GatewayResponse' },
    handle: (call) => ({ status: 200, body: { url: gatewayUrl(call) } }),
  },
  { method: 'get', path: '/gateway/bot', gives: { 200: 'GatewayBotResponse' }, handle: gatewayForBots },
  { method: 'get', path: '/users/@me', gives: { 200: 'UserPIIResponse' }, scope: 'identify', handle: ownAccount },
  { method: 'get', path: '/users/{user_id}', gives: { 200: 'UserResponse' }, handle: user },
  {
    method: 'get',
    path: '/applications/@me',
    gives: { 200: 'PrivateApplicationResponse' },
    handle: ownApplication,
  },
  {
    method: 'get',
    path: '/oauth2/applications/@me',
    gives: { 200: 'PrivateApplicationResponse' },
    handle: ownApplication,
  },
  {
    method: 'post',
    path: '/users/@me/channels',
    takes: 'CreatePrivateChannelRequest',
    gives: { 200: 'PrivateChannelResponse' },
    handle: openConversation,
  },
];
