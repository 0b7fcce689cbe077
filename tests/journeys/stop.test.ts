import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dataFolder, describeWith, waitUntil } from '../services.ts';
import { runCommand } from './support/command.ts';
import { askAndApprove, type MainApp, startMain, untilDelivered } from './support/main-app.ts';
import { descendantsOf, lives } from './support/processes.ts';
import { storyboardJobs } from './support/world.ts';

const PROMPT = '@opencall a paper boat sails down a rainy street --seconds 4 --resolution 360 --sound none';
const TAIL = 'Stopped. Everything is kept; the next start goes on from here.';

let DATA_DIR: string;
const running: MainApp[] = [];
beforeEach(async () => {
  DATA_DIR = dataFolder('stop');
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((app) => app.kill()));
  await rm(DATA_DIR, { recursive: true, force: true });
});

async function start(): Promise<MainApp> {
  const app = await startMain({ DATA_DIR });
  running.push(app);
  return app;
}

/** A clip is being drawn by a process of its own. */
async function whileDrawing(app: MainApp): Promise<string> {
  const id = await askAndApprove(app, PROMPT);
  const draws = () => descendantsOf(app.pid).some(({ command }) => command.includes('render-storyboard'));
  await waitUntil(draws, 'the process that draws', 60_000);
  return id;
}

const redisOf = (app: MainApp) => descendantsOf(app.pid).find(({ command }) => command.includes('redis-server'));

describe.skipIf(process.platform !== 'linux')('stopping (processes are looked up in /proc: Linux only)', () => {
  it('is quiet at the start, and Ctrl-C ends all of it; the next start goes on', { timeout: 400_000 }, async () => {
    const app = await start();
    expect(app.stderr(), 'no warnings of libraries').toBe('');
    const id = await whileDrawing(app);
    const children = descendantsOf(app.pid);
    app.press();
    expect(await app.ended).toBe(0);
    expect(app.stderr().trim().split('\n')).toEqual([expect.stringContaining('Stopping: '), TAIL]);
    expect(children.filter(({ pid }) => lives(pid))).toEqual([]);
    expect(existsSync(join(DATA_DIR, 'lock'))).toBe(false);

    const again = await start();
    await untilDelivered(again, id);
    expect(await storyboardJobs(DATA_DIR)).toBe(1);
    expect((await again.visitor.request(id)).clip?.seconds).toBe(4);
    expect(await readdir(join(DATA_DIR, 'files', 'tmp'))).toEqual([]);
    again.press('SIGTERM');
    expect(await again.ended).toBe(0);
  });

  it('a second Ctrl-C stops at once, and leaves nothing running either', { timeout: 400_000 }, async () => {
    const app = await start();
    const id = await whileDrawing(app);
    // Somebody who sends a picture slowly: the polite end would wait for that.
    const slow = connect(Number(new URL(app.url).port), '127.0.0.1');
    slow.on('error', () => {});
    slow.write(
      'POST /api/room/posts HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{',
    );
    const children = descendantsOf(app.pid);
    app.press();
    await app.says(/Stopping/);
    app.press();
    expect(await app.ended).toBe(130);
    slow.destroy();
    await waitUntil(() => children.every(({ pid }) => !lives(pid)), 'the end of all children', 20_000);

    const again = await start();
    await untilDelivered(again, id);
    expect(await storyboardJobs(DATA_DIR)).toBe(1);
  });

  it('Ctrl-C while it starts stops it too', { timeout: 200_000 }, async () => {
    const command = runCommand('main', { environment: { PORT: '0', DATA_DIR } });
    await waitUntil(() => existsSync(join(DATA_DIR, 'lock')), 'the lock', 60_000);
    command.press();
    expect(await command.ended).toBe(0);
    expect(command.stdout()).toBe('');
    expect(existsSync(join(DATA_DIR, 'lock'))).toBe(false);
  });

  describeWith('redis', 'with a redis-server of its own', () => {
    it('what a SIGKILL leaves behind is taken over by the next start', { timeout: 400_000 }, async () => {
      const app = await start();
      const id = await whileDrawing(app);
      const orphan = redisOf(app)?.pid ?? 0;
      const drawing = descendantsOf(app.pid).filter(({ pid }) => pid !== orphan);
      await app.kill();
      expect(lives(orphan), 'nobody is there to end it').toBe(true);
      await waitUntil(() => drawing.every(({ pid }) => !lives(pid)), 'the end of the process that draws', 20_000);

      const again = await start();
      expect(lives(orphan)).toBe(false);
      expect(again.stderr()).toBe('');
      await untilDelivered(again, id);
      expect(await storyboardJobs(DATA_DIR)).toBe(1);
      const ours = redisOf(again)?.pid ?? 0;
      again.press();
      expect(await again.ended).toBe(0);
      expect(lives(ours)).toBe(false);
    });
  });
});
