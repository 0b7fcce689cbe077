import type { Discord } from '../discord.ts';
import { renderChannel } from '../gateway/render-guild.ts';
import type { JsonObject } from '../json.ts';
import { renderWhole } from '../messages/render-message.ts';
import { renderMember, renderUser } from '../messages/render-user.ts';
import { channelPermissions } from '../world/permissions.ts';
import { type Interaction, interactionKind } from './interaction.ts';

/** The event with which the bot hears of what a person did. */
export function renderInteraction(discord: Discord, interaction: Interaction, data: JsonObject): JsonObject {
  const { world, settings } = discord;
  const channel = world.channels.get(interaction.channelId);
  const guild = world.guilds.get(interaction.guildId ?? '');
  const member = guild?.members.get(interaction.user.id);
  if (channel === undefined) throw new Error(`there is no channel ${interaction.channelId}`);
  const permissions = (id: string) => channelPermissions(world, channel, id).toString();
  const { user } = interaction;
  return {
    id: interaction.id,
    application_id: world.bot.id,
    type: interaction.kind,
    token: interaction.token,
    version: 1,
    data,
    channel: { ...renderChannel(discord, channel), permissions: permissions(user.id) },
    channel_id: channel.id,
    ...(guild === undefined
      ? {}
      : {
          guild_id: guild.id,
          guild: { id: guild.id, locale: guild.locale, features: [] },
          guild_locale: guild.locale,
        }),
    ...(member === undefined
      ? { user: renderUser(user) }
      : { member: { ...renderMember(member), permissions: permissions(user.id) } }),
    ...(interaction.message === null ? {} : { message: renderWhole(discord, interaction.message) }),
    app_permissions: permissions(world.bot.id),
    locale: user.locale,
    entitlements: [],
    authorizing_integration_owners: guild === undefined ? {} : { '0': guild.id },
    context: guild === undefined ? 1 : 0,
    attachment_size_limit: settings.attachmentLimit,
  };
}

/** What a message that answers an interaction tells of it. */
export function renderInteractionMetadata(discord: Discord, interaction: Interaction): JsonObject {
  const common = {
    id: interaction.id,
    user: renderUser(interaction.user),
    authorizing_integration_owners: interaction.guildId === null ? {} : { '0': interaction.guildId },
  };
  if (interaction.kind === interactionKind.component) {
    return { ...common, type: 3, interacted_message_id: interaction.message?.id ?? discord.world.bot.id };
  }
  if (interaction.kind === interactionKind.modal) {
    const asked = { ...common, id: discord.nextId(), type: 2 };
    return { ...common, type: 5, triggering_interaction_metadata: asked };
  }
  return { ...common, type: 2 };
}
