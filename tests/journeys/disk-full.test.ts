import { mkdirSync } from 'node:fs';
import { readdir, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dataFolder, layEmptyRecords, waitUntil } from '../services.ts';
import { NO_DISK, smallDisk } from '../unit/media/small-disk.ts';
import { askAndApprove, type MainApp, startMain, untilDelivered } from './support/main-app.ts';
import { storyboardJobs } from './support/world.ts';

const PROMPT = '@opencall a paper boat sails down a rainy street --seconds 2 --resolution 360 --sound none';

let DATA_DIR: string;
let app: MainApp | null = null;
const unmounts: (() => void)[] = [];
beforeEach(() => {
  DATA_DIR = dataFolder('full');
});
afterEach(async () => {
  if (app) {
    app.press();
    await app.ended;
  }
  app = null;
  for (const unmount of unmounts.splice(0)) unmount();
  await rm(DATA_DIR, { recursive: true, force: true });
});

/** A disk of its own for a part of the data folder. */
function mountAt(name: string, size: string): boolean {
  const path = join(DATA_DIR, name);
  mkdirSync(path, { recursive: true });
  const disk = smallDisk(path, size, { at: path });
  if (disk) unmounts.push(disk.unmount);
  return disk !== null;
}

/** Takes up all that is free but so many bytes. Returns the way to give it back. */
async function fill(folder: string, leave: number): Promise<() => Promise<void>> {
  const { bavail, bsize } = await statfs(folder);
  const ballast = join(folder, 'ballast');
  await writeFile(ballast, Buffer.alloc(Math.max(0, bavail * bsize - leave))).catch((error: NodeJS.ErrnoException) => {
    // The app wrote meanwhile: then it is full all the sooner.
    if (error.code !== 'ENOSPC') throw error;
  });
  return () => rm(ballast);
}

describe('a disk that fills up while a clip is written', { timeout: 600_000 }, () => {
  for (const part of ['storyboard', 'files']) {
    it(`the one with ${part}: told, nothing damaged, and it goes on when there is room`, async ({ skip }) => {
      if (!mountAt(part, '4m')) skip(NO_DISK);
      app = await startMain({ DATA_DIR });
      const folder = join(DATA_DIR, part);
      const free = await fill(folder, 16_384);
      const id = await askAndApprove(app, PROMPT);
      await app.says(/The disk is full: clips cannot be written\. Free some space/);
      expect(app.stderr().match(/The disk is full: clips/g), 'said once').toHaveLength(1);
      const { visitor } = app;
      // The pages answer meanwhile, and what was asked is known.
      expect(['generating', 'finishing', 'failed']).toContain((await visitor.request(id)).state);
      await free();
      const { curator } = app;
      await waitUntil(
        async () => {
          const { state } = await visitor.request(id);
          // Given up meanwhile, it waits for a curator with the reason, and is not paid for again.
          if (state === 'failed') await curator.act(id, { action: 'retry' });
          return state === 'delivered';
        },
        'the clip',
        200_000,
      );
      expect(app.stderr()).toContain('Clips can be written again');
      const { clip } = await visitor.request(id);
      expect(clip).toMatchObject({ seconds: 2, height: 360 });
      expect((await visitor.fetch(clip?.videoUrl ?? '')).status).toBe(200);
      expect(await storyboardJobs(DATA_DIR)).toBe(1);
      expect(await readdir(join(DATA_DIR, 'files', 'tmp'))).toEqual([]);
    });
  }

  it('the one with everything: posts are turned away in words, and all that was taken in is kept', async ({ skip }) => {
    if (!mountAt('all', '160m')) skip(NO_DISK);
    // Versions are written when nobody waits for them, which would be while the disk is filled.
    const settings = { DATA_DIR: join(DATA_DIR, 'all'), WEB_VERSIONS: 'off' };
    layEmptyRecords(settings.DATA_DIR);
    app = await startMain(settings);
    const first = await askAndApprove(app, PROMPT);
    await untilDelivered(app, first);

    const free = await fill(settings.DATA_DIR, 0);
    const posted: string[] = [];
    let refusal = '';
    for (let index = 0; index < 100 && refusal === ''; index += 1) {
      const asking = app.visitor.another().ask(`@opencall kite ${index} ${'over the wide sea '.repeat(50)}`);
      await asking.then(
        ({ post }) => posted.push(post.id),
        (error: Error) => {
          refusal = error.message;
        },
      );
    }
    expect(refusal).toMatch(/^507 .*There is no room left/);
    await app.says(/The disk is full: .* Free some space/);
    expect(app.stderr(), 'a line, no trace').not.toContain('stack');

    await free();
    const second = await askAndApprove(app, PROMPT.replace('boat', 'crane'));
    await untilDelivered(app, second);
    await app.kill();
    app = await startMain(settings);
    const { visitor } = app;
    const all = await Promise.all(posted.map((id) => visitor.fetch(`/api/room/threads/${id}`)));
    expect(all.map(({ status }) => status)).toEqual(posted.map(() => 200));
    for (const id of [first, second]) expect((await visitor.request(id)).state).toBe('delivered');
  });
});
