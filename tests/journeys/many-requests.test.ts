import { rm } from 'node:fs/promises';
import { Redis } from 'ioredis';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Parts } from '../../src/app/parts.ts';
import type { PromptRequest } from '../../src/requests/index.ts';
import { dataFolder, waitUntil } from '../services.ts';
import { type Crowd, gatherCrowd, violationsIn } from './support/crowd.ts';

/** `JOURNEY_REQUESTS` says another; 500 more are brought through kills in never-paid-twice.test.ts. */
const MANY = Number(process.env.JOURNEY_REQUESTS ?? 200);

let dataDirectory: string;
let crowd: Crowd | null = null;
beforeEach(async () => {
  dataDirectory = dataFolder('crowd');
});
afterEach(async () => {
  await crowd?.app.stop(1000);
  crowd = null;
  await rm(dataDirectory, { recursive: true, force: true });
});

/** mulberry32 (public domain): the same chaos in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Run {
  requests: number;
  members: number;
  flush?: boolean;
  replace?: (parts: Parts) => Parts;
  withinMs?: number;
}

/** From the asking to rest: nine of ten are approved, one is declined. Returns what does not hold then. */
async function liveThrough({ requests, members, flush = false, replace, withinMs = 400_000 }: Run): Promise<string[]> {
  const random = seeded(7);
  crowd = await gatherCrowd({ dataDirectory, requests, members, random, ...(replace && { replace }) });
  const { app, approved, asked } = crowd;
  const { store } = app.parts;
  const count = (...states: PromptRequest['state'][]) => store.requests.count({ states });
  await waitUntil(async () => (await count('in-review')) >= asked, 'all requests', withinMs);

  const waiting = await store.requests.list({ states: ['in-review'], order: 'oldest', limit: asked * 4 });
  const deciding = waiting.map(({ id }, index) => {
    if (index % 10 === 9) return app.desk.act(id, 'noor', { action: 'decline', reason: 'off-theme' });
    approved.add(id);
    return app.desk.act(id, 'noor', { action: 'approve' });
  });
  if (flush) {
    await waitUntil(async () => (await count('delivered')) > asked / 4, 'the first clips', withinMs);
    const redis = new Redis(app.parts.redis?.address ?? {});
    await redis.flushall();
    redis.disconnect();
  }
  await Promise.all(deciding);
  const open = ['approved', 'generating', 'finishing', 'ready'] as const;
  await waitUntil(async () => (await count(...open)) === 0, 'the end', withinMs);
  await waitUntil(async () => Object.values(await store.work.counts()).every((rows) => rows === 0), 'rest', 60_000);
  return violationsIn(crowd);
}

describe('many requests at once', { timeout: 900_000 }, () => {
  it(`${MANY} of 40 members, events up to three times and in any order, Redis emptied on the way`, async () => {
    expect(await liveThrough({ requests: MANY, members: 40, flush: true })).toEqual([]);
    expect(crowd?.approved.size).toBe(MANY * 0.9);
  });

  describe('a fault in a guard is noticed', () => {
    const few = { requests: 20, members: 4, withinMs: 120_000 };

    it('none: the same few are all well', async () => {
      expect(await liveThrough(few)).toEqual([]);
    });

    it('every intent to post taken for fresh: a second reply', async () => {
      const replace = (parts: Parts): Parts => {
        const { ownPosts } = parts.store;
        const forgetful = {
          ...ownPosts,
          intend: async (post: Parameters<typeof ownPosts.intend>[0]) => {
            const { post: known } = await ownPosts.intend(post);
            return { fresh: true, post: { ...known, ref: null } };
          },
        };
        return { ...parts, store: { ...parts.store, ownPosts: forgetful } };
      };
      expect(await liveThrough({ ...few, replace })).toContainEqual(expect.stringMatching(/has [23] replies/));
    });

    it('an engine that says it takes keys and does not: a second charge', async () => {
      const replace = (parts: Parts): Parts => {
        let starts = 0;
        const { engine } = parts;
        const start: typeof engine.start = (order, key) => {
          starts += 1;
          return engine.start(order, `${key}.${starts}`);
        };
        return { ...parts, engine: { ...engine, start } };
      };
      const found = await liveThrough({ ...few, replace });
      expect(found).toContainEqual(expect.stringMatching(/^\d+ charges for 18 approvals$/));
    });

    it('posts not known again: a second request', async () => {
      const replace = (parts: Parts): Parts => {
        let posts = 0;
        const { requests } = parts.store;
        const create: typeof requests.create = (arrivals) =>
          requests.create(
            arrivals.map((changes) => {
              posts += 1;
              const suffix = `#${posts}`;
              return changes.map((change) => {
                const { post } = change.request;
                return { ...change, request: { ...change.request, post: { ...post, id: post.id + suffix } } };
              });
            }),
          );
        return { ...parts, store: { ...parts.store, requests: { ...requests, create } } };
      };
      // Nothing can be delivered to a post that is not there; that more is asked than was posted is seen anyway.
      const found = await liveThrough({ ...few, replace });
      expect(found).toContainEqual(expect.stringMatching(/^\d+ requests of 20 posts$/));
    });
  });
});
