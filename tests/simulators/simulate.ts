import { readCommandLine } from '../../src/app/read-command-line.ts';
import { refuse } from '../../src/app/refuse.ts';
import { createDiscordSimulator } from './discord/discord-simulator.ts';
import { castPeople } from './discord/page/cast.ts';
import { servePage } from './discord/page/serve-page.ts';
import { type ImageDialect, imageDialects } from './engines/images/image-dialects.ts';
import { startImagesSimulator } from './engines/images/images-simulator.ts';
import { SIMULATED_ENGINES, simulateEngine } from './engines/simulate-engine.ts';
import { servePage as serveXPage } from './x/page.ts';
import { createXSimulator } from './x/x-simulator.ts';

const usage = `npm run simulate -- discord [--port 4400]
npm run simulate -- x [--port 4600]
npm run simulate -- engine [sglang] [--port 4500]
npm run simulate -- images [openai] [--port 4550]

  discord   a Discord on this machine, with a page to write and press on; needs no token
  x         an X on this machine, with a page to post from; needs no account
  engine    an engine with films and a bill of its own: ${SIMULATED_ENGINES.join(', ')}
  images    an image model with a bill of its own: ${Object.keys(imageDialects).join(', ')}`;
const usualPorts: Record<string, number> = { discord: 4400, engine: 4500, images: 4550, x: 4600 };

function readArguments(): { what: string | undefined; which: string | undefined; port: number } {
  const options = { port: { type: 'string' } } as const;
  const { positionals, values } = readCommandLine(usage, { allowPositionals: true, options });
  const [what, which] = positionals;
  const port = Number(values.port ?? usualPorts[what ?? ''] ?? 0);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) refuse(['--port must be from 0 to 65535.', '', usage]);
  return { what, which, port };
}

async function simulateDiscord(port: number): Promise<void> {
  // 0 takes any free port.
  const simulator = await createDiscordSimulator({ port, keep: 5000, anyOwnPort: true });
  servePage(simulator, castPeople(simulator));
  console.log(`
  The page   ${simulator.origin}/

  In another terminal, start the app against it:

    DISCORD_TOKEN=${simulator.token} DISCORD_API_URL=${simulator.url} npm start

  With these two as well, people sign in with it on the app’s pages:

    DISCORD_CLIENT_SECRET=${simulator.clientSecret} DISCORD_AUTHORIZE_URL=${simulator.authorizeUrl}

  Nothing of it is kept. Ctrl-C stops it.
`);
  closeAtTheEnd(() => simulator.close());
}

async function simulateX(port: number): Promise<void> {
  const simulator = await createXSimulator({ port, keep: 5000, anyOwnPort: true });
  simulator.serve(serveXPage(simulator));
  const { appKey, appSecret, accessToken, accessSecret, bearer, clientId, clientSecret } = simulator.keys;
  console.log(`
  The page   ${simulator.url}/

  In another terminal, start the app against it:

    X_API_URL=${simulator.url} X_APP_KEY=${appKey} X_APP_SECRET=${appSecret} \\
    X_ACCESS_TOKEN=${accessToken} X_ACCESS_SECRET=${accessSecret} X_BEARER_TOKEN=${bearer} \\
    X_AI_REPLIES_APPROVED=true X_POLL_SECONDS=1 npm start

  To log in instead of setting keys, write this into .env, log in, and start the app:

    X_API_URL=${simulator.url}
    X_AUTHORIZE_URL=${simulator.authorizeUrl}
    X_CLIENT_ID=${clientId}
    X_CLIENT_SECRET=${clientSecret}
    X_AI_REPLIES_APPROVED=true
    X_POLL_SECONDS=1

    npm run opencall -- login x
    npm start

  With X_SIGN_IN=true as well, people sign in with it on the app’s pages.

  Nothing of it is kept. Ctrl-C stops it.
`);
  closeAtTheEnd(() => simulator.close());
}

async function simulateOneEngine(which: string, port: number): Promise<void> {
  const engine = SIMULATED_ENGINES.find((each) => each === which);
  if (engine === undefined) {
    refuse([`There is no engine called ${which} to simulate.`, '', usage]);
  }
  const stand = await simulateEngine(engine, port);
  console.log(`
  In another terminal, start the app with it:

    ${stand.settings} npm start

  Ctrl-C stops it and prints its bill.
`);
  closeAtTheEnd(async () => {
    for (const { job, seconds, usd, prompt } of stand.vendor.bill) {
      console.log(`  ${job}  ${seconds} s  $${usd.toFixed(2)}  ${prompt}`);
    }
    const total = stand.vendor.bill.reduce((sum, { usd }) => sum + usd, 0);
    console.log(`  ${stand.vendor.bill.length} starts, $${total.toFixed(2)} in all`);
    await stand.close();
  });
}

async function simulateImages(which: string, port: number): Promise<void> {
  if (!(which in imageDialects)) {
    refuse([`There is no image model called ${which} to simulate.`, '', usage]);
  }
  const dialect = which as ImageDialect;
  const simulator = await startImagesSimulator({ dialect, port });
  console.log(`
  In another terminal, start the app with it:

    ${imageDialects[dialect].settings} STILL_URL=${simulator.url} STILL_PRICE_USD=0.04 npm start

  Ctrl-C stops it and prints its bill.
`);
  closeAtTheEnd(async () => {
    for (const { size, prompt } of simulator.bill) console.log(`  ${size}  ${prompt}`);
    console.log(`  ${simulator.bill.length} pictures`);
    await simulator.close();
  });
}

function closeAtTheEnd(close: () => Promise<void>): void {
  const stop = () => {
    close().then(
      () => process.exit(0),
      (error: Error) => {
        console.error(error.message);
        process.exit(1);
      },
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

/** What a port that is taken or a bug comes to. */
function explain(error: NodeJS.ErrnoException): never {
  const taken = error.code === 'EADDRINUSE';
  if (!taken) throw error;
  refuse([`Port ${port} is taken. Name another one with --port.`]);
}

const { what, which, port } = readArguments();
if (what === 'discord') await simulateDiscord(port).catch(explain);
else if (what === 'x') await simulateX(port).catch(explain);
else if (what === 'engine') await simulateOneEngine(which ?? 'sglang', port).catch(explain);
else if (what === 'images') await simulateImages(which ?? 'openai', port).catch(explain);
else refuse(what === undefined ? [usage] : [`There is nothing called ${what} to simulate.`, '', usage]);
