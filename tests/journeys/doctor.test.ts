import { rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { dataFolder, freePort } from '../services.ts';
import { createDiscordSimulator, type DiscordSimulator } from '../simulators/discord/discord-simulator.ts';
import { runCommand } from './support/command.ts';
import { type MainApp, startMain } from './support/main-app.ts';

interface Report {
  healthy: boolean;
  findings: { about: string; outcome: string; says: string; advice: string | null }[];
  invitation: string | null;
}

let simulator: DiscordSimulator;
let folder = '';
let app: MainApp | null = null;

beforeAll(async () => {
  simulator = await createDiscordSimulator();
  simulator.world.addChannel(simulator.world.addGuild('Paper Theatre'), 'clips');
  folder = dataFolder('doctor');
});
afterEach(async () => {
  app?.press();
  await app?.ended;
  app = null;
});
afterAll(async () => {
  await simulator?.close();
  await rm(folder, { recursive: true, force: true });
});

async function surroundings(more: Record<string, string> = {}): Promise<Record<string, string>> {
  const { token, url } = simulator;
  return { DISCORD_TOKEN: token, DISCORD_API_URL: url, DATA_DIR: folder, PORT: String(await freePort()), ...more };
}

async function doctor(environment: Record<string, string>) {
  const command = runCommand('opencall', { args: ['doctor', '--json'], environment });
  const code = await command.ended;
  const report: Report = JSON.parse(command.stdout());
  const of = (about: string) => report.findings.find((each) => each.about === about);
  return { code, report, of, said: command.stdout() + command.stderr() };
}

describe('opencall doctor', () => {
  it('says what is still to be done before the first start, without doing any of it', async () => {
    const { code, of, report } = await doctor(await surroundings({ DATA_DIR: join(folder, 'not-yet') }));
    expect(code).toBe(0);
    expect(of('records')?.says).toContain('made at the first start');
    expect(of('discord commands')).toMatchObject({ outcome: 'attention' });
    expect(report.invitation).toContain('permissions=274878008320');
    expect(simulator.ledger.commandWrites).toBe(0);
  });

  it('finds all well while the app runs, and after it has stopped', async () => {
    const environment = await surroundings();
    app = await startMain(environment);
    await simulator.until('the commands', () => simulator.ledger.commandWrites > 0);
    const running = await doctor(environment);
    expect(running.report.findings.filter(({ outcome }) => outcome === 'failing')).toEqual([]);
    expect(running.of('discord commands')?.outcome).toBe('ok');
    expect(running.of('records')).toMatchObject({ outcome: 'ok', says: expect.stringContaining('running app') });
    expect(running.of('files')?.says).toMatch(/^0 in .*, 0 MB; /);
    expect(running.of('pages')?.says).toContain('is running');
    app.press();
    await app.ended;
    app = null;
    const stopped = await doctor(environment);
    expect(stopped.code).toBe(0);
    expect(stopped.of('records')?.says).toContain('free for the app to open');
  });

  it.skipIf(process.platform !== 'linux')('finds that no folder can be made, whatever its rights say', async () => {
    const { code, of } = await doctor(await surroundings({ DATA_DIR: '/proc/open-call/data' }));
    expect(code).toBe(1);
    expect(of('data folder')).toMatchObject({ outcome: 'failing', says: '/proc cannot be written to.' });
  });

  it('names each thing that fails with what to do, ends with 1, and repeats no secret', async () => {
    const taken = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => taken.listen(port, '127.0.0.1', resolve));
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    const { code, of, said } = await doctor(
      await surroundings({
        PORT: String(port),
        DATA_DIR: file,
        DISCORD_TOKEN: 'canary-token',
        DATABASE_URL: 'postgres://someone:canary-password@127.0.0.1:9/none',
        REDIS_URL: 'redis://:canary-password@127.0.0.1:9',
        ENGINE: 'openai-videos',
        ENGINE_URL: 'http://127.0.0.1:9/v1',
        ENGINE_KEY: 'canary-key',
        X_CLIENT_ID: 'app',
        X_CLIENT_SECRET: 'canary-client-secret',
        TOKEN_SECRET: 'canary-token-secret-0123456789abcdef',
      }),
    );
    taken.close();
    expect(code).toBe(1);
    for (const about of ['pages', 'data folder', 'records', 'queue', 'engine', 'discord token', 'x']) {
      expect(of(about), about).toMatchObject({ outcome: 'failing', advice: expect.any(String) });
    }
    expect(said).not.toContain('canary');
  });

  it('is read by people too', async () => {
    const command = runCommand('opencall', { args: ['doctor'], environment: await surroundings() });
    expect(await command.ended).toBe(0);
    expect(command.stdout()).toMatch(/ok\s+disk/);
    expect(command.stdout()).toContain('https://discord.com/oauth2/authorize?client_id=');
    expect(command.stdout()).toMatch(/0 failing\./);
    const wrong = runCommand('opencall', { args: ['doctor', '--loud'] });
    expect(await wrong.ended).toBe(2);
    expect(wrong.stderr()).toContain('--json');
  });
});
