import type { Discord } from '../discord.ts';
import { isObject, textIn } from '../json.ts';
import type { FormError } from '../rest/api-error.ts';
import { may } from '../world/permissions.ts';
import type { Channel, User } from '../world/world.ts';

/** What a text names, whether or not it may alert them. */
export interface Mentions {
  users: string[];
  roles: string[];
  everyone: boolean;
}

export function readMentions(text: string): Mentions {
  const ids = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].flatMap(([, id]) => id ?? []))];
  return { users: ids(/<@!?(\d+)>/g), roles: ids(/<@&(\d+)>/g), everyone: /@(everyone|here)\b/.test(text) };
}

/** What `allowed_mentions` lets through. Left out, everything is (docs: resources/message, "Allowed Mentions Object"). */
export interface Allowed {
  user: (id: string) => boolean;
  role: (id: string) => boolean;
  everyone: boolean;
  repliedUser: boolean;
}

export function readAllowed(sent: unknown): Allowed {
  if (!isObject(sent)) return { user: () => true, role: () => true, everyone: true, repliedUser: true };
  const parse = Array.isArray(sent.parse) ? sent.parse : null;
  const users = Array.isArray(sent.users) ? sent.users : [];
  const roles = Array.isArray(sent.roles) ? sent.roles : [];
  return {
    user: (id) => parse?.includes('users') === true || users.includes(id),
    role: (id) => parse?.includes('roles') === true || roles.includes(id),
    everyone: parse?.includes('everyone') === true,
    repliedUser: sent.replied_user === true,
  };
}

/** Naming people and allowing all of them at once contradict each other, and Discord says so. */
export function checkAllowed(sent: unknown): FormError[] {
  if (!isObject(sent) || !Array.isArray(sent.parse)) return [];
  return (['users', 'roles'] as const).flatMap((kind) => {
    const named = sent[kind];
    if (!(sent.parse as unknown[]).includes(kind) || !Array.isArray(named) || named.length === 0) return [];
    const message = `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`;
    return [{ path: ['allowed_mentions'], code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE', message }];
  });
}

/** Whom a message of this author in this channel really alerts. */
export function applyMentions(
  discord: Discord,
  channel: Channel,
  author: User,
  text: string,
  allowed: Allowed,
): Mentions {
  const named = readMentions(text);
  const mayAll = channel.guildId !== null && may(discord.world, channel, author.id, 'mentionEveryone');
  const roles = channel.guildId === null ? undefined : discord.world.guilds.get(channel.guildId)?.roles;
  return {
    users: named.users.filter((id) => discord.world.users.has(id) && allowed.user(id)),
    roles: named.roles.filter((id) => {
      const role = roles?.get(id);
      return role !== undefined && (role.mentionable || mayAll) && allowed.role(id);
    }),
    everyone: named.everyone && mayAll && allowed.everyone,
  };
}

/** All the text of a message, that of its text displays too: Discord finds mentions in both. */
export function textOf(content: string, placed: readonly { component: { content?: unknown } }[]): string {
  return [content, ...placed.map(({ component }) => textIn(component.content) ?? '')].join('\n');
}
