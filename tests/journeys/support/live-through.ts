import { createHash } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { openStore } from '../../../src/store/open-store.ts';
import type { Visitor } from './browser-like.ts';
import type { CrashPoint } from './crash-points.ts';
import { createWorld, storyboardJobs, type World } from './world.ts';

/** Where the app dies: at the n-th call of that, of those whose arguments hold the text. */
export const at = (call: string, when: CrashPoint['when'], about?: string, nth = 1): CrashPoint => ({
  call,
  when,
  nth,
  ...(about !== undefined && { about }),
});

/** How an event looks among the arguments of a call. */
export const event = (kind: string) => `"kind":"${kind}"`;

/**
 * One test for each point at which the app dies, by rows of DESIGN's crash table: a request goes from the asking to the
 * vote all the same, with nothing lost and nothing twice. `instant`: where it does not matter how its clip is made, it is
 * made in no time. They share a machine, so that the start after one crash is the start before the next.
 */
export function livesThrough(rows: Readonly<Record<string, readonly CrashPoint[]>>, { instant = false } = {}): void {
  const points = Object.values(rows).flat();
  let world: World | null = null;
  let lived: string[] = [];

  const leave = async () => {
    await world?.remove();
    world = null;
    lived = [];
  };

  async function liveThroughPoint(point: CrashPoint, wipeQueue: boolean): Promise<void> {
    const index = points.indexOf(point);
    world ??= await createWorld({ points, withinMs: 60_000, instant });
    const life = { world, visitor: world.somebody(), mark: `the boat has the number ${index}` };
    try {
      await world.arm(index, { wipeQueue });
      const id = await liveThrough(life);
      expect(world.crashes(), 'the point was reached, once').toBe(1);
      await expectOneOfEverything(life, id);
      lived.push(id);
    } catch (error) {
      await leave();
      throw error;
    }
  }

  describe('killed at any point, nothing is lost and nothing happens twice', () => {
    afterAll(leave);

    for (const [row, ofRow] of Object.entries(rows)) {
      for (const [index, point] of ofRow.entries()) {
        // With and without the queue's data, in turn: either way the records tell what is to be done.
        const wipeQueue = index % 2 === 0;
        const name = `${row}: ${point.when} ${point.call}${wipeQueue ? ', queue wiped' : ''}`;
        it(name, { timeout: 120_000 }, () => liveThroughPoint(point, wipeQueue));
      }
    }

    it('and the records of all of them are sound', async () => {
      if (!world) throw new Error('None of them lived');
      await world.stop();
      if (!instant) expect(await storyboardJobs(world.dataDirectory), 'started at the engine').toBe(lived.length);
      await expectSoundRecords(world.dataDirectory, lived);
    });
  });
}

interface Life {
  world: World;
  visitor: Visitor;
  /** What the post says that no other says. */
  mark: string;
}

const threadsOf = async ({ visitor, mark }: Life) =>
  (await visitor.threads()).filter(({ post }) => post.text.includes(mark));

/** From the asking to the vote, doing again only what a person would do again. */
async function liveThrough(life: Life): Promise<string> {
  const { visitor, mark } = life;
  const { until, curator, somebody } = life.world;
  await until('the post', async () => {
    if ((await threadsOf(life)).length > 0) return true;
    await visitor.ask(
      `@opencall a paper boat sails down a rainy street, ${mark} --seconds 1 --resolution 360 --sound none`,
    );
    return undefined;
  });
  const id = await until('the request', async () => (await threadsOf(life))[0]?.request?.id);
  await until('the approval', async () => {
    const { state } = await visitor.request(id);
    if (state === 'in-review') await curator().act(id, { action: 'approve' });
    return state === 'in-review' || state === 'received' ? undefined : true;
  });
  await until('the clip', async () => ((await visitor.request(id)).state === 'delivered' ? true : undefined));
  await until('the status post and the reply', async () =>
    (await threadsOf(life))[0]?.answers.length === 2 ? true : undefined,
  );
  // One does not vote for one's own clip.
  const voter = somebody();
  await until('the vote', async () => {
    await voter.vote(id);
    return true;
  });
  return id;
}

async function expectOneOfEverything(life: Life, id: string): Promise<void> {
  const { visitor } = life;
  const threads = await threadsOf(life);
  expect(threads).toHaveLength(1);
  expect(threads[0]?.answers.map(({ kind }) => kind).sort()).toEqual(['clip', 'status']);
  const { clip } = await visitor.request(id);
  expect(clip).toMatchObject({ votes: 1, seconds: 1, height: 360 });
  const video = await visitor.fetch(clip?.videoUrl ?? '');
  const bytes = Buffer.from(await video.arrayBuffer());
  expect(clip?.videoUrl).toContain(createHash('sha256').update(bytes).digest('hex'));
}

async function expectSoundRecords(directory: string, ids: readonly string[]): Promise<void> {
  const store = await openStore({ databaseUrl: null, directory });
  try {
    for (const id of ids) {
      const history = await store.requests.history(id);
      expect(history.map(({ version }) => version)).toEqual(history.map((_, index) => index + 1));
      const once = ['approved', 'generation-started', 'shot-started', 'clip-finished', 'reply-posted'] as const;
      for (const kind of once)
        expect(
          history.filter((entry) => entry.event.kind === kind),
          `${kind} of ${id}`,
        ).toHaveLength(1);
    }
    expect(await store.requests.count({})).toBe(ids.length);
    expect(await store.work.counts()).toEqual({ open: 0, queued: 0, running: 0 });
  } finally {
    await store.close();
  }
}
