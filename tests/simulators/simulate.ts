import { parseArgs } from 'node:util';
import { createDiscordSimulator } from './discord/discord-simulator.ts';
import { castPeople } from './discord/page/cast.ts';
import { servePage } from './discord/page/serve-page.ts';

const usage = `npm run simulate -- discord [--port 4400]

  discord   a Discord on this machine, with a page to write and press on; needs no token`;
const usualPort = 4400;

function readArguments(): { what: string | undefined; port: number } {
  try {
    const { positionals, values } = parseArgs({ allowPositionals: true, options: { port: { type: 'string' } } });
    const port = Number(values.port ?? usualPort);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('--port must be from 0 to 65535.');
    return { what: positionals[0], port };
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
    process.exit(1);
  }
}

async function simulateDiscord(port: number): Promise<void> {
  // 0 takes any free port.
  const simulator = await createDiscordSimulator({ port, keep: 5000 });
  servePage(simulator, castPeople(simulator));
  console.log(`
  The page   ${simulator.origin}/

  In another terminal, start the app against it:

    DISCORD_TOKEN=${simulator.token} DISCORD_API_URL=${simulator.url} npm start

  Nothing of it is kept. Ctrl-C stops it.
`);
  const stop = () => {
    simulator.close().then(
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

const { what, port } = readArguments();
if (what === 'discord') {
  await simulateDiscord(port).catch((error: NodeJS.ErrnoException) => {
    const taken = error.code === 'EADDRINUSE';
    console.error(taken ? `Port ${port} is taken. Another one: npm run simulate -- discord --port 4401` : error);
    process.exit(1);
  });
} else {
  console.error(what === undefined ? usage : `There is nothing called ${what} to simulate.\n\n${usage}`);
  process.exit(1);
}
