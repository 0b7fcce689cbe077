import { setImmediate as breathe, setTimeout as delay } from 'node:timers/promises';
import { createXSimulator, type XSimulator } from '../tests/simulators/x/x-simulator.ts';
import type { Figure } from './figure.ts';
import { inFolder } from './support/databases.ts';
import { type FloodedApp, throughFlood } from './support/flooded-app.ts';
import { load } from './support/processor-time.ts';

const MENTIONS = 10_000;
const MEMBERS = 2000;
/** So many mentions are said between two looks at what else there is to do. */
const AT_ONCE = 50;
const PAUSE_MS = 50;
const PAGE = 100;

/** Ten thousand mentions on X within half a minute: until all are in the records, by X's own limits, and for how much. */
export async function figures(): Promise<Figure[]> {
  return inFolder(async (directory) => {
    const simulator = await createXSimulator({ keep: 10_000 });
    try {
      const { measured, memory } = await throughFlood('x-burst-memory', settings(directory, simulator), (app) =>
        measure(simulator, app),
      );
      return [...asFigures(simulator, measured), ...memory];
    } finally {
      await simulator.close();
    }
  });
}

function settings(directory: string, { keys, url }: XSimulator): Record<string, string> {
  return {
    ...{ DATA_DIR: directory, OPEN_PER_MEMBER: String(MENTIONS), PER_MEMBER_PER_DAY: String(MENTIONS) },
    ...{ X_API_URL: url, X_APP_KEY: keys.appKey, X_APP_SECRET: keys.appSecret },
    ...{ X_ACCESS_TOKEN: keys.accessToken, X_ACCESS_SECRET: keys.accessSecret, X_DAILY_DOLLARS: '1000' },
  };
}

interface Flood {
  saidInMs: number;
  durableInMs: number;
}

async function measure(simulator: XSimulator, app: FloodedApp): Promise<Flood> {
  const members = Array.from({ length: MEMBERS }, (_, index) => simulator.addUser(`member${index}`));
  await simulator.until('the first look', () => simulator.requests('GET /2/users/{id}/mentions').length > 0, 60_000);
  const started = performance.now();
  for (let index = 0; index < MENTIONS; index += 1) {
    const author = members[index % MEMBERS];
    if (author) simulator.say(author, `@opencall a paper boat, number ${index}, on a lake at dawn`);
    if (index % AT_ONCE === 0) await delay(PAUSE_MS);
    else if (index % 10 === 0) await breathe();
  }
  const saidInMs = performance.now() - started;
  await app.untilWaiting(MENTIONS);
  return { saidInMs, durableInMs: performance.now() - started };
}

function asFigures(simulator: XSimulator, { saidInMs, durableInMs }: Flood): Figure[] {
  const asked = (operation: string) => simulator.requests(operation).length;
  const [listed, searched] = [asked('GET /2/users/{id}/mentions'), asked('GET /2/tweets/search/recent')];
  const refused = simulator.requests().filter(({ status }) => status === 429).length;
  const none = { limit: null, ratio: null, target: null };
  const note = `${MENTIONS.toLocaleString('en')} mentions by ${MEMBERS} members, said over ${(saidInMs / 1000).toFixed(1)} s, X asked every 15 s within its own limits: ${listed} lists, ${searched} searches, ${refused} answers of 429; the whole app on embedded defaults, the simulator in another process on the same machine, ${load()}`;
  const bought = [...simulator.ledger.bought].map(([kind, count]) => `${kind} ${count}`).join(', ');
  return [
    { name: 'x-burst', value: durableInMs / 1000, unit: 's', ...none, note },
    {
      name: 'x-burst-dollars',
      value: simulator.ledger.dollars(),
      unit: '$',
      limit: MENTIONS / 1000,
      ratio: simulator.ledger.dollars() / (MENTIONS / 1000),
      target: null,
      note: `by X's price list: ${bought}, ${PAGE} at a time; beside it, all of them read as mentions at 0.001 $`,
    },
  ];
}
