import type { DiscordSimulator } from '../discord-simulator.ts';
import { may } from '../world/permissions.ts';
import type { Channel, User } from '../world/world.ts';
import type { Cast } from './cast.ts';
import type { PageState, ShownChannel } from './page-contract.ts';
import { showFile, showMessage } from './show-message.ts';

const mostMessages = 150;

/** All that the page shows to one person in one channel. */
export function pageState(simulator: DiscordSimulator, cast: Cast, viewer: User, channelId: string): PageState {
  const { all, bot, gateway, ledger } = simulator;
  const channels = [...all.channels.values()].filter(
    (channel) => channel.guildId === cast.guild.id && may(all, channel, viewer.id, 'viewChannel'),
  );
  const direct = simulator.world.directChannel(viewer);
  const channel = [...channels, direct].find(({ id }) => id === channelId);
  const messages = channel ? simulator.visible(channel, viewer).slice(-mostMessages) : [];
  const files = messages.flatMap((message) => message.files.map(showFile));
  const sessions = [...gateway.sessions.all.values()];
  return {
    bot: { id: bot.id, name: bot.displayName, connected: sessions.some(({ connection }) => connection !== null) },
    server: cast.guild.name,
    people: cast.people.map(({ member, part }) => {
      const { id, displayName, locale } = member.user;
      return { id, name: displayName, part, locale };
    }),
    channels: [...channels, direct].map((one) => showChannel(simulator, one, viewer)),
    messages: messages.map((message) => showMessage(simulator, message, viewer.id)),
    mayWrite: channel !== undefined && may(all, channel, viewer.id, 'sendMessages'),
    commands: channel ? simulator.offered(viewer, channel) : [],
    names: namesIn(simulator, cast),
    roles: [...cast.guild.roles.values()].map(({ id, name }) => ({ id, name })),
    files: Object.fromEntries(files.map((file) => [file.id, file])),
    violations: ledger.violations.map(({ operation, message }) => `${operation}: ${message}`),
    requests: ledger.requests.length,
  };
}

function showChannel(simulator: DiscordSimulator, channel: Channel, viewer: User): ShownChannel {
  const newest = simulator.visible(channel, viewer).at(-1)?.id ?? null;
  return { id: channel.id, name: channel.guildId === null ? '' : channel.name, newest };
}

function namesIn({ all }: DiscordSimulator, { guild }: Cast): Record<string, string> {
  const people = [...all.users.values()].map(({ id, displayName }) => [id, displayName]);
  const roles = [...guild.roles.values()].map(({ id, name }) => [id, name.replace(/^@/, '')]);
  const channels = [...all.channels.values()].map(({ id, name }) => [id, name]);
  return Object.fromEntries([...people, ...roles, ...channels]);
}
