import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../../src/store/open-store.ts';
import type { CrashPoint } from './crash-points.ts';
import { createWorld, storyboardJobs, type World } from './world.ts';

const PROMPT = 'a paper boat sails down a rainy street --seconds 1 --resolution 360 --sound none';

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
 * made in no time.
 */
export function livesThrough(rows: Readonly<Record<string, readonly CrashPoint[]>>, { instant = false } = {}): void {
  describe('killed at any point, nothing is lost and nothing happens twice', () => {
    for (const [row, points] of Object.entries(rows)) {
      for (const [index, point] of points.entries()) {
        // With and without the queue's data, in turn: either way the records tell what is to be done.
        const wipeQueue = index % 2 === 0;
        it(`${row}: ${point.when} ${point.call}${wipeQueue ? ', queue wiped' : ''}`, { timeout: 120_000 }, async () => {
          const world = await createWorld({ crash: point, wipeQueue, withinMs: 60_000, instant });
          try {
            const id = await liveThrough(world);
            expect(world.crashes(), 'the point was reached, once').toBe(1);
            await expectOneOfEverything(world, id);
            await world.stop();
            if (!instant) expect(await storyboardJobs(world.dataDirectory), 'started at the engine').toBe(1);
            await expectSoundRecords(world, id);
          } finally {
            await world.remove();
          }
        });
      }
    }
  });
}

/** From the asking to the vote, doing again only what a person would do again. */
async function liveThrough({ visitor, curator, until }: World): Promise<string> {
  await until('the post', async () => {
    const threads = await visitor.threads();
    if (threads.length > 0) return true;
    await visitor.ask(`@opencall ${PROMPT}`);
    return undefined;
  });
  const id = await until('the request', async () => (await visitor.threads())[0]?.request?.id);
  await until('the approval', async () => {
    const { state } = await visitor.request(id);
    if (state === 'in-review') await curator().act(id, { action: 'approve' });
    return state === 'in-review' || state === 'received' ? undefined : true;
  });
  await until('the clip', async () => ((await visitor.request(id)).state === 'delivered' ? true : undefined));
  await until('the status post and the reply', async () =>
    (await visitor.threads())[0]?.answers.length === 2 ? true : undefined,
  );
  await until('the vote', async () => {
    await voter(visitor).vote(id);
    return true;
  });
  return id;
}

/** One does not vote for one's own clip. */
const voters = new WeakMap<World['visitor'], World['visitor']>();
function voter(visitor: World['visitor']): World['visitor'] {
  const known = voters.get(visitor) ?? visitor.another();
  voters.set(visitor, known);
  return known;
}

async function expectOneOfEverything({ visitor }: World, id: string): Promise<void> {
  const threads = await visitor.threads();
  expect(threads).toHaveLength(1);
  expect(threads[0]?.answers.map(({ kind }) => kind).sort()).toEqual(['clip', 'status']);
  const { clip } = await visitor.request(id);
  expect(clip).toMatchObject({ votes: 1, seconds: 1, height: 360 });
  const video = await visitor.fetch(clip?.videoUrl ?? '');
  const bytes = Buffer.from(await video.arrayBuffer());
  expect(clip?.videoUrl).toContain(createHash('sha256').update(bytes).digest('hex'));
}

async function expectSoundRecords({ dataDirectory }: World, id: string): Promise<void> {
  const store = await openStore({ databaseUrl: null, directory: dataDirectory, clock: () => new Date() });
  try {
    const history = await store.requests.history(id);
    expect(history.map(({ version }) => version)).toEqual(history.map((_, index) => index + 1));
    const once = ['approved', 'generation-started', 'shot-started', 'clip-finished', 'reply-posted'] as const;
    for (const kind of once)
      expect(
        history.filter((entry) => entry.event.kind === kind),
        kind,
      ).toHaveLength(1);
    expect(await store.work.counts()).toEqual({ open: 0, queued: 0, running: 0 });
  } finally {
    await store.close();
  }
}
