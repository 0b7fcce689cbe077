import {
  type APIChannel,
  type APIModalInteractionResponseCallbackData,
  type APIRole,
  ChannelType,
  ComponentType,
  Routes,
  SelectMenuDefaultValueType,
} from 'discord.js';
import type { Locale } from '../../../requests/index.ts';
import { sayToOperators } from '../../../wording/index.ts';
import { customId } from '../answering/custom-id.ts';
import type { DiscordRest } from '../connection/discord-rest.ts';
import type { DiscordServer } from '../servers/discord-server.ts';
import { field, form } from './form.ts';
import { CHANNEL_SETTINGS, DESK_ROLES, MEMBER_ROLES, type ROLE_SETTINGS, type SetupForm } from './show-setup.ts';

/** Discord's most for a list of roles. */
const MOST_ROLES = 25;

/** A form with what is set now already chosen in it. */
export async function setupForm(
  what: SetupForm,
  server: DiscordServer,
  locale: Locale,
  rest: DiscordRest,
): Promise<APIModalInteractionResponseCallbackData> {
  const fields =
    what === 'channels'
      ? await channelFields(server, locale, rest)
      : await roleFields(what === 'roles' ? DESK_ROLES : MEMBER_ROLES, server, locale, rest);
  return form(customId('setup', what), sayToOperators(locale, `form-${what}`), fields);
}

async function channelFields(server: DiscordServer, locale: Locale, rest: DiscordRest) {
  // A channel that is gone cannot be shown as chosen.
  const there = await idsAt(rest, Routes.guildChannels(server.id));
  return CHANNEL_SETTINGS.map((name) => {
    const chosen = [server[name]].filter((id) => id !== null).filter((id) => there.has(id));
    return field(sayToOperators(locale, `label-${name}`), sayToOperators(locale, `hint-${name}`), {
      type: ComponentType.ChannelSelect,
      custom_id: name,
      required: false,
      min_values: 0,
      max_values: 1,
      channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
      default_values: chosen.map((id) => ({ id, type: SelectMenuDefaultValueType.Channel })),
    });
  });
}

async function roleFields(
  names: readonly (typeof ROLE_SETTINGS)[number][],
  server: DiscordServer,
  locale: Locale,
  rest: DiscordRest,
) {
  const there = await idsAt(rest, Routes.guildRoles(server.id));
  return names.map((name) => {
    const chosen = server[name].filter((id) => there.has(id)).slice(0, MOST_ROLES);
    return field(sayToOperators(locale, `label-${name}`), sayToOperators(locale, `hint-${name}`), {
      type: ComponentType.RoleSelect,
      custom_id: name,
      required: false,
      min_values: 0,
      max_values: MOST_ROLES,
      default_values: chosen.map((id) => ({ id, type: SelectMenuDefaultValueType.Role })),
    });
  });
}

async function idsAt(rest: DiscordRest, route: `/${string}`): Promise<ReadonlySet<string>> {
  const all = await rest.get<(APIChannel | APIRole)[]>(route);
  return new Set(all.map(({ id }) => id));
}
