import { isObject, type JsonObject, objectsIn } from '../json.ts';
import { checkSaid, type SchemaName } from './schemas.ts';

/** One part of an event, held to one schema of the OpenAPI. The OpenAPI has no events of its own, but all that is in them. */
interface Part {
  /** Keys to it; `*` is each member of a list. Nothing is the event itself. */
  at: readonly string[];
  is: SchemaName;
  optional?: boolean;
}

const channelSchemas = ['GuildChannelResponse', 'ThreadResponse', 'PrivateChannelResponse'];
const message: Part[] = [{ at: [], is: 'MessageResponse' }];
const thread: Part[] = [{ at: [], is: 'ThreadResponse' }];
const channel: Part[] = [{ at: [], is: channelSchemas }];
const role: Part[] = [{ at: ['role'], is: 'GuildRoleResponse' }];
const guild: Part[] = [
  { at: [], is: 'GuildResponse' },
  { at: ['channels', '*'], is: channelSchemas, optional: true },
  { at: ['threads', '*'], is: 'ThreadResponse', optional: true },
  { at: ['members', '*'], is: 'GuildMemberResponse', optional: true },
];
const ids = (...names: string[]): Part[] => names.map((name) => ({ at: [name], is: 'SnowflakeType' }));

const events: Record<string, readonly Part[]> = {
  READY: [{ at: ['user'], is: 'UserResponse' }, ...ids('application.id')],
  RESUMED: [],
  GUILD_CREATE: guild,
  GUILD_UPDATE: [{ at: [], is: 'GuildResponse' }],
  GUILD_DELETE: ids('id'),
  GUILD_ROLE_CREATE: [...role, ...ids('guild_id')],
  GUILD_ROLE_UPDATE: [...role, ...ids('guild_id')],
  GUILD_ROLE_DELETE: ids('guild_id', 'role_id'),
  GUILD_MEMBER_ADD: [{ at: [], is: 'GuildMemberResponse' }, ...ids('guild_id')],
  GUILD_MEMBER_UPDATE: [{ at: ['user'], is: 'UserResponse' }, ...ids('guild_id')],
  GUILD_MEMBER_REMOVE: [{ at: ['user'], is: 'UserResponse' }, ...ids('guild_id')],
  GUILD_MEMBERS_CHUNK: [{ at: ['members', '*'], is: 'GuildMemberResponse' }, ...ids('guild_id')],
  CHANNEL_CREATE: channel,
  CHANNEL_UPDATE: channel,
  CHANNEL_DELETE: channel,
  THREAD_CREATE: thread,
  THREAD_DELETE: ids('id', 'guild_id', 'parent_id'),
  MESSAGE_CREATE: message,
  MESSAGE_UPDATE: message,
  MESSAGE_DELETE: ids('id', 'channel_id'),
  MESSAGE_DELETE_BULK: [{ at: ['ids', '*'], is: 'SnowflakeType' }, ...ids('channel_id')],
  INTERACTION_CREATE: [
    ...ids('id', 'application_id', 'channel_id'),
    { at: ['user'], is: 'UserResponse', optional: true },
    { at: ['member'], is: 'GuildMemberResponse', optional: true },
    { at: ['message'], is: 'MessageResponse', optional: true },
    { at: ['locale'], is: 'AvailableLocalesEnum' },
    { at: ['type'], is: 'InteractionTypes' },
    { at: ['data', 'resolved', 'users', '*'], is: 'UserResponse', optional: true },
    { at: ['data', 'resolved', 'roles', '*'], is: 'GuildRoleResponse', optional: true },
    { at: ['data', 'resolved', 'messages', '*'], is: 'MessageResponse', optional: true },
    { at: ['data', 'resolved', 'attachments', '*'], is: 'MessageAttachmentResponse', optional: true },
  ],
};

/** What is wrong with an event that is about to be sent, in words. */
export function checkEvent(name: string, data: unknown): string[] {
  const parts = events[name];
  if (parts === undefined) return [`there is no schema for the event ${name}`];
  return parts.flatMap((part) =>
    valuesAt(data, part.at).flatMap((value) => {
      if (value === undefined) return part.optional === true ? [] : [`${name} lacks ${part.at.join('.')}`];
      return checkSaid(part.is, value).map(
        ({ path, message }) => `${name} ${[...part.at, ...path].join('.')}: ${message}`,
      );
    }),
  );
}

function valuesAt(value: unknown, at: readonly string[]): unknown[] {
  const [step, ...rest] = at.flatMap((key) => key.split('.'));
  if (step === undefined) return [value];
  if (step === '*') {
    const all = isObject(value) ? (Object.values(value) as JsonObject[]) : objectsOrText(value);
    return all.flatMap((one) => valuesAt(one, rest));
  }
  if (!isObject(value) || value[step] === undefined) return rest.includes('*') ? [] : [undefined];
  return valuesAt(value[step], rest);
}

function objectsOrText(value: unknown): unknown[] {
  return Array.isArray(value) && typeof value[0] === 'string' ? value : objectsIn(value);
}

export const checkedEventNames = Object.keys(events);
