import { setImmediate as breathe } from 'node:timers/promises';
import { createDiscordSimulator, type DiscordSimulator } from '../tests/simulators/discord/discord-simulator.ts';
import type { Interaction } from '../tests/simulators/discord/interactions/interaction.ts';
import type { Channel, Member } from '../tests/simulators/discord/world/world.ts';
import type { Figure } from './figure.ts';
import { bareRowsPerSecond, openBare } from './support/bare-rows.ts';
import { inFolder } from './support/databases.ts';
import { type FloodedApp, throughFlood } from './support/flooded-app.ts';
import { load } from './support/processor-time.ts';

const MENTIONS = 10_000;
const MEMBERS = 2000;
const CHANNELS = 20;
const BARE_ROWS = 2000;
const IN_FLIGHT = 200;
const PRESS_EVERY_MS = 100;
/** So many mentions are said between two looks at what else there is to do. */
const AT_ONCE = 50;
const LIMIT_MS = 3000;

/** Mentions that are in the records a second while they arrive as fast as the gateway carries them, and what a press of a button meets meanwhile. */
export async function figures(): Promise<Figure[]> {
  return inFolder(async (directory) => {
    const simulator = await createDiscordSimulator({ check: false, keep: 1000 });
    try {
      const { measured, memory } = await throughFlood('discord-memory', settings(directory, simulator), (app) =>
        measure(simulator, app),
      );
      return [...(await asFigures(directory, measured)), ...memory];
    } finally {
      await simulator.close();
    }
  });
}

function settings(directory: string, { token, url }: DiscordSimulator): Record<string, string> {
  return {
    ...{ DATA_DIR: directory, DISCORD_TOKEN: token, DISCORD_API_URL: url },
    ...{ OPEN_PER_MEMBER: String(MENTIONS), PER_MEMBER_PER_DAY: String(MENTIONS) },
  };
}

interface Flood {
  perSecond: number;
  /** Sorted, in milliseconds. */
  acknowledgedAfterMs: number[];
  presses: number;
  saidInMs: number;
}

async function measure(simulator: DiscordSimulator, app: FloodedApp): Promise<Flood> {
  const guild = simulator.world.addGuild('Paper Theatre');
  const channels = Array.from({ length: CHANNELS }, (_, index) => simulator.world.addChannel(guild, `clips-${index}`));
  const members = Array.from({ length: MEMBERS }, (_, index) => simulator.world.addMember(guild, `Member ${index}`));
  await simulator.until('the commands', () => simulator.ledger.commandWrites > 0);
  const pressed: Interaction[] = [];
  const press = () =>
    pressed.push(simulator.command(members[pressed.length % MEMBERS] as Member, channels[0] as Channel, 'my requests'));
  press();
  await pressed[0]?.answered;
  const started = performance.now();
  const pressing = setInterval(press, PRESS_EVERY_MS);
  for (let index = 0; index < MENTIONS; index += 1) {
    const [who, where] = [members[index % MEMBERS] as Member, channels[index % CHANNELS] as Channel];
    simulator.say(who, where, `a paper boat, number ${index}, on a lake at dawn`, { mentions: [simulator.bot] });
    if (index % AT_ONCE === 0) await breathe();
  }
  const saidInMs = performance.now() - started;
  await app.untilWaiting(MENTIONS);
  const perSecond = (MENTIONS * 1000) / (performance.now() - started);
  clearInterval(pressing);
  await Promise.all(pressed.map(({ answered }) => answered));
  const acknowledgedAfterMs = pressed.map(({ answeredAfterMs }) => answeredAfterMs ?? Number.POSITIVE_INFINITY);
  return {
    perSecond,
    saidInMs,
    presses: pressed.length,
    acknowledgedAfterMs: acknowledgedAfterMs.toSorted((a, b) => a - b),
  };
}

async function asFigures(directory: string, flood: Flood): Promise<Figure[]> {
  const bare = await openBare({ databaseUrl: null, directory });
  const row = { rows: BARE_ROWS, inFlight: IN_FLIGHT, value: 'a paper boat on a lake at dawn'.repeat(10) };
  await bareRowsPerSecond(bare, { name: 'warm-up', ...row });
  const limit = await bareRowsPerSecond(bare, { name: 'bare', ...row });
  await bare.close();
  const { perSecond: value, presses, saidInMs, acknowledgedAfterMs } = flood;
  const quantile = (share: number) =>
    acknowledgedAfterMs[Math.min(presses - 1, Math.floor(presses * share))] ?? Number.POSITIVE_INFINITY;
  const common = `${MENTIONS.toLocaleString('en')} mentions by ${MEMBERS} members in ${CHANNELS} channels, said over ${Math.round(saidInMs)} ms, the whole app on embedded defaults, the simulator in another process on the same machine, ${load()}`;
  return [
    {
      name: 'discord-mentions',
      ...{ value, limit, ratio: value / limit, unit: 'mentions/s', target: 'ratio ≥ 0.2' },
      note: `until each is read, screened and in the records: ${common}; single rows, ${IN_FLIGHT} at a time, of PGlite alone in the same run`,
    },
    ...[0.5, 0.99].map((share) => ({
      name: `discord-acknowledged-p${share * 100}`,
      ...{
        value: quantile(share),
        limit: LIMIT_MS,
        ratio: quantile(share) / LIMIT_MS,
        unit: 'ms',
        target: 'ratio ≤ 0.5',
      },
      note: `${presses} commands meanwhile, one every ${PRESS_EVERY_MS} ms, from the simulator's sending to its receiving the acknowledgement; the slowest took ${acknowledgedAfterMs.at(-1)} ms`,
    })),
  ];
}
