import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dataFolder, freePort, waitUntil } from '../services.ts';
import { createXSimulator } from '../simulators/x/x-simulator.ts';
import { pressAtSimulator } from '../unit/bots/x/log-in-at-simulator.ts';
import { startAppProcess } from './support/app-process.ts';
import { signIn } from './support/browser-like.ts';
import { runCommand } from './support/command.ts';

/** As the simulator makes them. */
const TOKEN = /(access|refresh)-[\w-]{32}/;

async function readsAToken(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const read = await Promise.all(files.map(async (file) => TOKEN.test(await readFile(file, 'latin1'))));
  return files.filter((_, place) => read[place]);
}

it('lets the bot in from a terminal, and then it hears and the doctor is content', { timeout: 240_000 }, async () => {
  const callback = `http://127.0.0.1:${await freePort()}/`;
  const simulator = await createXSimulator({ callbackUrls: [callback] });
  const dataDirectory = dataFolder('x-login');
  const environment = {
    X_API_URL: simulator.url,
    X_AUTHORIZE_URL: simulator.authorizeUrl,
    X_CALLBACK_URL: callback,
    X_CLIENT_ID: simulator.keys.clientId,
    X_CLIENT_SECRET: simulator.keys.clientSecret,
    X_POLL_SECONDS: '0.1',
    DATA_DIR: dataDirectory,
  };
  try {
    const login = runCommand('opencall', { args: ['login', 'x'], environment });
    const [address] = await login.says(/http\S+\/i\/oauth2\/authorize\S+/);
    await fetch(await pressAtSimulator(address));
    expect(await login.ended).toBe(0);
    expect(login.stdout()).toContain('@opencall is logged in');

    const app = await startAppProcess({ dataDirectory, environment });
    try {
      simulator.say(simulator.addUser('mina'), '@opencall a paper boat');
      const curator = await signIn(() => app?.url ?? '', app?.link ?? '');
      await waitUntil(async () => (await curator.waiting()).lines.length === 1, 'the request', 60_000);
    } finally {
      await app?.stop();
    }
    const doctor = runCommand('opencall', { args: ['doctor', '--json'], environment: { ...environment, PORT: '0' } });
    expect(await doctor.ended).toBe(0);
    const { findings } = JSON.parse(doctor.stdout()) as {
      findings: { about: string; outcome: string; says: string }[];
    };
    const ok = findings.filter(({ about, outcome }) => /^(x|token)/.test(about) && outcome === 'ok');
    expect(ok.map(({ about }) => about)).toEqual(['token key', 'x login', 'x rights', 'x account', 'x prices']);
    for (const { stdout, stderr } of [login, doctor]) expect(stdout() + stderr()).not.toMatch(TOKEN);
    expect(await readsAToken(dataDirectory)).toEqual([]);
    expect(simulator.violations).toEqual([]);
  } finally {
    await rm(dataDirectory, { recursive: true, force: true });
    await simulator.close();
  }
});
