import type { Discord } from '../discord.ts';
import { type JsonObject, objectsIn, textIn } from '../json.ts';
import { takeInFiles } from '../messages/take-in-files.ts';
import { channelPermissions, everyPermission, guildPermissions } from '../world/permissions.ts';
import type { Channel, User } from '../world/world.ts';
import { resolveIds } from './resolve-ids.ts';
import type { Attached } from './writing.ts';

/** By the option's name: text, number, yes or no, the id of a person, role or channel, or a file. */
export type CommandOptions = Readonly<Record<string, string | number | boolean | Attached>>;

const optionKind = { subcommand: 1, subcommandGroup: 2, text: 3, attachment: 11 } as const;
const chatInput = 1;

/** What a typed command or a menu entry sends. Throws where the client would not offer it or let it go. */
export function buildCommand(
  discord: Discord,
  channel: Channel,
  user: User,
  fullName: string,
  given: CommandOptions,
  focused: string | null = null,
  type: number = chatInput,
): JsonObject {
  const [name = '', ...parts] = type === chatInput ? fullName.split(' ') : [fullName];
  const { definition, scope } = findCommand(discord, channel, name, type);
  checkMayUse(discord, channel, user, definition);
  const path: JsonObject[] = [];
  let level = definition;
  for (const part of parts) {
    const next = objectsIn(level.options).find((option) => option.name === part);
    if (next === undefined) throw new Error(`/${fullName} is not registered`);
    path.push(next);
    level = next;
  }
  const values: unknown[] = [];
  let options = fillOptions(discord, channel, level, given, focused, values);
  for (const part of path.toReversed()) options = [{ type: part.type, name: part.name, options }];
  const resolved = resolveIds(discord, channel, values);
  return {
    id: definition.id,
    name,
    type,
    ...(scope === 'global' ? {} : { guild_id: scope }),
    ...(options.length === 0 ? {} : { options }),
    ...(Object.keys(resolved).length === 0 ? {} : { resolved }),
  };
}

/** The commands and menu entries that the client offers to somebody in a channel; a server's own come first. */
export function offeredCommands(discord: Discord, channel: Channel, user: User): JsonObject[] {
  const { commands } = discord.world;
  const known = [channel.guildId ?? '', 'global'].flatMap((scope) => [...(commands.get(scope)?.values() ?? [])]);
  return known.filter((definition, index) => {
    const first = known.findIndex(({ name, type }) => name === definition.name && type === definition.type);
    return first === index && mayUse(discord, channel, user, definition);
  });
}

function findCommand(discord: Discord, channel: Channel, name: string, type: number) {
  const { commands } = discord.world;
  for (const scope of [channel.guildId ?? '', 'global']) {
    const known = [...(commands.get(scope)?.values() ?? [])];
    const definition = known.find((command) => command.name === name && command.type === type);
    if (definition !== undefined) return { definition, scope };
  }
  throw new Error(`the command ${name} is not registered`);
}

function checkMayUse(discord: Discord, channel: Channel, user: User, definition: JsonObject): void {
  if (mayUse(discord, channel, user, definition)) return;
  throw new Error(`${user.username} is not offered the command ${String(definition.name)}`);
}

/** `default_member_permissions`: those of the server, `0` for administrators alone. */
function mayUse(discord: Discord, channel: Channel, user: User, definition: JsonObject): boolean {
  const needed = textIn(definition.default_member_permissions);
  const guild = discord.world.guilds.get(channel.guildId ?? '');
  const member = guild?.members.get(user.id);
  if (channelPermissions(discord.world, channel, user.id) === 0n) return false;
  if (needed === null || guild === undefined || member === undefined) return true;
  const has = guildPermissions(guild, member);
  const bits = BigInt(needed);
  return has === everyPermission || (bits !== 0n && (has & bits) === bits);
}

function fillOptions(
  discord: Discord,
  channel: Channel,
  level: JsonObject,
  given: CommandOptions,
  focused: string | null,
  values: unknown[],
): JsonObject[] {
  const defined = objectsIn(level.options).filter(({ type }) => Number(type) > optionKind.subcommandGroup);
  const nested = objectsIn(level.options).length - defined.length;
  if (nested > 0) throw new Error(`${String(level.name)} needs one of its parts`);
  for (const name of Object.keys(given)) {
    if (!defined.some((option) => option.name === name)) throw new Error(`there is no option ${name}`);
  }
  return defined.flatMap((option) => {
    const value = given[String(option.name)];
    if (value === undefined) {
      if (option.required === true && focused === null) throw new Error(`the option ${String(option.name)} is needed`);
      return [];
    }
    if (focused === null) checkChoice(option, value);
    const sent = typeof value === 'object' ? keepFile(discord, channel, value) : value;
    if (Number(option.type) > 5) values.push(sent);
    const isFocused = focused === option.name;
    if (isFocused && option.autocomplete !== true) throw new Error(`${focused} has no autocomplete`);
    return [{ name: option.name, type: option.type, value: sent, ...(isFocused ? { focused: true } : {}) }];
  });
}

function checkChoice(option: JsonObject, value: unknown): void {
  const choices = objectsIn(option.choices);
  const name = String(option.name);
  if (choices.length > 0 && !choices.some((choice) => choice.value === value)) {
    throw new Error(`${String(value)} is none of the choices of ${name}`);
  }
  if (typeof value === 'string' && typeof option.max_length === 'number' && value.length > option.max_length) {
    throw new Error(`${name} takes at most ${option.max_length} characters`);
  }
  if (typeof value === 'number') {
    const [least, most] = [option.min_value ?? value, option.max_value ?? value].map(Number);
    if (value < (least ?? value) || value > (most ?? value))
      throw new Error(`${name} must be from ${least} to ${most}`);
  }
}

function keepFile(discord: Discord, channel: Channel, { name, bytes, contentType = '' }: Attached): string {
  const [file] = takeInFiles(discord, channel.id, [{ index: 0, name, contentType, bytes }], []);
  return file?.id ?? '';
}
