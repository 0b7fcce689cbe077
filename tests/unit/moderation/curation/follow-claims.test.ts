import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Claim } from '../../../../src/moderation/curation/claim-store.ts';
import { followClaims } from '../../../../src/moderation/curation/follow-claims.ts';

let claims: Claim[];
let changes: (readonly string[])[];
let errors: unknown[];
let news: () => void;
let broken: boolean;
let following: { close(): Promise<void> };

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(0);
  [claims, changes, errors, broken] = [[], [], [], false];
  following = followClaims({
    claims: {
      async allInForce(now) {
        if (broken) throw new Error('the records are away');
        return claims.filter(({ until }) => until > now);
      },
      onNews(callback) {
        news = callback;
        return () => {
          news = () => {};
        };
      },
    },
    clock: () => new Date(),
    onChange: (ids) => changes.push(ids),
    onError: (error) => errors.push(error),
  });
});
afterEach(async () => {
  await following.close();
  vi.useRealTimers();
});

const until = (seconds: number) => new Date(seconds * 1000).toISOString();
const settle = () => vi.advanceTimersByTimeAsync(0);

it('tells once who took a request, and who let it go', async () => {
  claims = [{ requestId: 'r1', curator: 'Noor', until: until(60) }];
  news();
  await settle();
  news();
  await settle();
  expect(changes).toEqual([['r1']]);
  claims = [{ requestId: 'r1', curator: 'Omar', until: until(60) }];
  news();
  await settle();
  claims = [];
  news();
  await settle();
  expect(changes).toEqual([['r1'], ['r1'], ['r1']]);
});

it('tells when a claim runs out by itself, also one that was renewed', async () => {
  claims = [{ requestId: 'r1', curator: 'Noor', until: until(60) }];
  news();
  await settle();
  claims = [{ requestId: 'r1', curator: 'Noor', until: until(90) }];
  await vi.advanceTimersByTimeAsync(89_000);
  expect(changes).toEqual([['r1']]);
  await vi.advanceTimersByTimeAsync(1500);
  expect(changes).toEqual([['r1'], ['r1']]);
});

it('looks again where the records could not be read', async () => {
  broken = true;
  claims = [{ requestId: 'r1', curator: 'Noor', until: until(60) }];
  news();
  await settle();
  expect(errors).toHaveLength(1);
  broken = false;
  await vi.advanceTimersByTimeAsync(1000);
  expect(changes).toEqual([['r1']]);
});
