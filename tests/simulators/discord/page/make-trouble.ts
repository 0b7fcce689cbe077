import type { DiscordSimulator } from '../discord-simulator.ts';
import type { FaultMatch, RestFault } from '../faults.ts';
import type { Action } from './action.ts';
import type { Cast } from './cast.ts';

type Asked = Extract<Action, { do: 'trouble' }>;

const matches: Record<Asked['with'], FaultMatch> = {
  everything: {},
  messages: { route: /\/messages/ },
  answers: { route: /\/callback|\/webhooks\// },
};
const faults: Partial<Record<Asked['trouble'], RestFault>> = {
  error: { kind: 'status', status: 500 },
  limited: { kind: 'limited', retryAfter: 3 },
  late: { kind: 'slow', ms: 4000 },
  'lost-answer': { kind: 'lost-answer' },
};
const outageMs = 10_000;

/** What goes wrong with Discord, told from the page. */
export function makeTrouble(simulator: DiscordSimulator, { guild }: Cast, asked: Asked): void {
  const { gateway, world, all } = simulator;
  const fault = faults[asked.trouble];
  if (fault !== undefined) simulator.faults.arm(matches[asked.with], fault, asked.times);
  switch (asked.trouble) {
    case 'cut':
      gateway.cutConnections();
      break;
    case 'drop':
      gateway.dropSessions();
      break;
    case 'reconnect':
      gateway.askToReconnect();
      break;
    case 'outage':
      gateway.setClosed(true);
      gateway.cutConnections();
      setTimeout(gateway.setClosed, outageMs, false).unref();
      break;
    case 'throw-out':
      if (all.joined.has(guild.id)) world.throwOutBot(guild);
      else world.inviteBot(guild);
      break;
    case 'mute':
      toggleWriting(simulator, asked.channel);
      break;
    default:
  }
}

function toggleWriting({ world, all, bot }: DiscordSimulator, channelId: string): void {
  const channel = all.channels.get(channelId);
  if (channel === undefined || channel.guildId === null) throw new Error('the bot may always write here');
  const muted = (channel.overwrites.get(bot.id)?.deny ?? 0n) !== 0n;
  world.setPermissions(channel, 'bot', muted ? { allow: ['viewChannel'] } : { deny: ['sendMessages'] });
}
