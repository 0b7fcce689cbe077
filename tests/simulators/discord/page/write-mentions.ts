import type { DiscordSimulator } from '../discord-simulator.ts';
import type { Cast } from './cast.ts';

/** Turns `@name` into what Discord's client makes of it when a name was picked from its list. */
export function writeMentions({ all, bot }: DiscordSimulator, { guild }: Cast, text: string): string {
  const people = [bot, ...[...guild.members.values()].map(({ user }) => user)];
  const roles = [...guild.roles.values()].filter(({ name }) => !name.startsWith('@'));
  const channels = [...all.channels.values()].filter(({ guildId, name }) => guildId === guild.id && name !== '');
  const known: [written: string, mention: string][] = [
    ...people.map(({ id, displayName }): [string, string] => [`@${displayName}`, `<@${id}>`]),
    ...roles.map(({ id, name }): [string, string] => [`@${name}`, `<@&${id}>`]),
    ...channels.map(({ id, name }): [string, string] => [`#${name}`, `<#${id}>`]),
  ];
  // The longest first: a role of the bot's may be named as the bot is, and one name may begin another.
  const ordered = known.toSorted(([one], [other]) => other.length - one.length);
  return ordered.reduce((written, [name, mention]) => replaceName(written, name, mention), text);
}

function replaceName(text: string, name: string, mention: string): string {
  const literal = name.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');
  return text.replace(new RegExp(`${literal}(?![\\p{L}\\p{N}])`, 'giu'), () => mention);
}
