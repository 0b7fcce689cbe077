import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import type { CrashPoint } from './support/crash-points.ts';
import { createWorld, storyboardJobs, type World } from './support/world.ts';

const PROMPT = 'a paper boat sails down a rainy street --seconds 1 --resolution 360 --sound none';

const at = (call: string, when: CrashPoint['when'], about?: string, nth = 1): CrashPoint => ({
  call,
  when,
  nth,
  ...(about !== undefined && { about }),
});
const event = (kind: string) => `"kind":"${kind}"`;

/** DESIGN's crash table, each row at the calls between which it lies. */
const POINTS: Record<string, CrashPoint[]> = {
  'after the platform sent the event, before it is stored': [at('store.requests.create', 'before')],
  'after it is stored, before the listener knows': [at('store.requests.create', 'after')],
  'after the approval is saved, before it is queued': [at('store.requests.save', 'after', event('approved'))],
  'after it is queued, before it is taken': [at('store.work.take', 'before'), at('store.work.take', 'after')],
  'before and after the intent to start is saved': [
    at('store.requests.save', 'before', event('shot-intended')),
    at('store.requests.save', 'after', event('shot-intended')),
  ],
  'around the start at the engine, before its operation is saved': [
    at('engine.start', 'before'),
    at('engine.start', 'after'),
    at('store.requests.save', 'before', event('shot-started')),
  ],
  'while polling': [at('engine.check', 'before', undefined, 2)],
  'while downloading': [
    at('engine.download', 'before'),
    at('engine.download', 'after'),
    at('files.putFile', 'after'),
    at('store.requests.save', 'after', event('shot-downloaded')),
  ],
  'while encoding': [at('media.probe', 'after'), at('media.drawStills', 'after')],
  'after the clip is saved, before it is sent': [at('store.requests.save', 'after', event('clip-finished'))],
  'around the reply, before it is saved': [
    at('store.ownPosts.intend', 'after', event('clip')),
    at('platforms.room.publish', 'before', event('clip')),
    at('platforms.room.publish', 'after', event('clip')),
    at('store.ownPosts.posted', 'after', '"c.'),
    at('store.requests.save', 'before', event('reply-posted')),
    at('store.requests.save', 'after', event('reply-posted')),
  ],
  'around a status post': [at('platforms.room.publish', 'after', event('status'))],
  'while counting a vote': [at('store.votes.cast', 'before'), at('store.votes.cast', 'after')],
};

describe('killed at any point, nothing is lost and nothing happens twice', () => {
  for (const [row, points] of Object.entries(POINTS)) {
    for (const [index, point] of points.entries()) {
      // With and without the queue's data, in turn: either way the records tell what is to be done.
      const wipeQueue = index % 2 === 0;
      it(`${row}: ${point.when} ${point.call}${wipeQueue ? ', queue wiped' : ''}`, { timeout: 120_000 }, async () => {
        const world = await createWorld({ crash: point, wipeQueue, withinMs: 60_000 });
        try {
          const id = await liveThrough(world);
          expect(world.crashes(), 'the point was reached, once').toBe(1);
          await expectOneOfEverything(world, id);
          await world.stop();
          await expectSoundRecords(world, id);
        } finally {
          await world.remove();
        }
      });
    }
  }
});

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
  expect(await storyboardJobs(dataDirectory), 'started at the engine').toBe(1);
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
