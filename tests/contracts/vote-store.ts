import { describe, expect, it } from 'vitest';
import type { RequestEvent } from '../../src/requests/index.ts';
import { lowerBound } from '../../src/voting/ranking.ts';
import type { Tally, VoteTarget } from '../../src/voting/vote-store.ts';
import { NOW } from '../samples/requests.ts';
import { at, create, type StoreOf, someAsked } from './store-samples.ts';

export const DELIVERED = [
  'prompt-screened',
  'approved',
  'generation-started',
  'shot-intended',
  'shot-started',
  'shot-rendered',
  'shot-downloaded',
  'clip-finished',
  'clip-screened',
  'reply-posted',
] as const;

const repliedAt = (platform: string, id: string): RequestEvent => ({
  kind: 'reply-posted',
  reply: { platform, channel: platform, id },
});

export function voteStoreContract(open: StoreOf): void {
  const clip = (id: string): VoteTarget => ({ kind: 'clip', id });
  const request = (id: string): VoteTarget => ({ kind: 'request', id });

  it('counts each voter once per target, and forgets a vote that is withdrawn', async () => {
    const { votes } = open();
    const id = someAsked().id;
    const voter = `room:${id}`;
    expect(await votes.cast(clip(id), voter, NOW)).toBe('cast');
    expect(await votes.cast(clip(id), voter, NOW)).toBe('already');
    const many = await Promise.all(Array.from({ length: 8 }, () => votes.cast(clip(id), 'room:b', NOW)));
    expect(many.filter((outcome) => outcome === 'cast')).toHaveLength(1);
    expect(await votes.cast(request(id), voter, NOW)).toBe('cast');
    expect(await votes.tallies([clip(id), clip('none'), request(id), clip(id)])).toEqual([
      { votes: 2, viewers: 2 },
      { votes: 0, viewers: 0 },
      { votes: 1, viewers: 1 },
      { votes: 2, viewers: 2 },
    ]);
    const own = await votes.castBy(voter);
    expect(own.map(({ target }) => target)).toEqual(expect.arrayContaining([clip(id), request(id)]));
    expect(own).toHaveLength(2);
    expect(own[0]?.at).toBe(NOW);
    expect(await votes.withdraw(clip(id), voter)).toBe('withdrawn');
    expect(await votes.withdraw(clip(id), voter)).toBe('none');
    expect(await votes.tallies([clip(id)])).toEqual([{ votes: 1, viewers: 1 }]);
    expect(await votes.tallies([])).toEqual([]);
  });

  it('counts viewers once, voters among them', async () => {
    const { votes } = open();
    const id = someAsked().id;
    await votes.see(id, 'room:a', NOW);
    await votes.see(id, 'room:a', at(1));
    await votes.see(id, 'room:b', NOW);
    await votes.cast(clip(id), 'room:a', NOW);
    await votes.cast(clip(id), 'room:c', NOW);
    expect(await votes.tallies([clip(id), request(id)])).toEqual([
      { votes: 2, viewers: 3 },
      { votes: 0, viewers: 0 },
    ]);
  });

  it('tells which targets a voter has voted for', async () => {
    const { votes } = open();
    const id = someAsked().id;
    await votes.cast(clip(id), 'room:a', NOW);
    expect(await votes.votedFor([request(id), clip(id), clip('none')], 'room:a')).toEqual([false, true, false]);
    expect(await votes.votedFor([clip(id)], 'room:b')).toEqual([false]);
    expect(await votes.votedFor([], 'room:b')).toEqual([]);
  });

  it('counts together what is cast for one clip below each reply with it, and no vote of those who asked for it', async () => {
    const { votes } = open();
    const callId = someAsked().id;
    const lead = await create(open(), someAsked({ callId }), ...DELIVERED);
    const answeredWith = ({ id }: { id: string }) =>
      create(
        open(),
        someAsked({ callId }),
        'prompt-screened',
        ...([{ kind: 'merged', into: id, curator: null }, 'fate-shared', 'reply-posted'] as const),
      );
    const merged = await answeredWith(lead);
    const last = await answeredWith(merged);
    const all = [clip(lead.id), clip(merged.id), clip(last.id)];
    expect(await votes.cast(clip(last.id), 'room:a', NOW)).toBe('cast');
    expect(await votes.cast(clip(lead.id), 'room:a', NOW)).toBe('already');
    expect(await votes.cast(clip(merged.id), 'room:b', NOW)).toBe('cast');
    await votes.see(merged.id, 'room:c', NOW);
    const counted = { votes: 2, viewers: 3 };
    expect(await votes.tallies(all)).toEqual([counted, counted, counted]);
    expect(await votes.votedFor(all, 'room:a')).toEqual([true, true, true]);
    for (const { requester } of [lead, merged, last])
      for (const each of all) expect(await votes.cast(each, `room:${requester.id}`, NOW)).toBe('own');
    expect(await votes.results({ order: 'best', since: null, callId, limit: 9, offset: 0 })).toEqual([lead.id]);
    expect(await votes.withdraw(clip(merged.id), 'room:a')).toBe('withdrawn');
    expect(await votes.tallies(all.slice(0, 1))).toEqual([{ votes: 1, viewers: 2 }]);
  });

  describe('results', () => {
    it('are in the order of the lower bound of `ranking.ts`, for any tallies', async () => {
      const { votes } = open();
      const callId = someAsked().id;
      const tallies: Tally[] = Array.from({ length: 24 }, (_, place) => {
        const viewers = (place * 7) % 23;
        return { viewers, votes: Math.min(viewers, (place * 5) % 11) };
      });
      const clips: { id: string; tally: Tally; deliveredAt: string }[] = [];
      for (const [place, tally] of tallies.entries()) {
        const deliveredAt = at(place);
        const { id } = await create(open(), someAsked({ callId, askedAt: deliveredAt }), ...DELIVERED);
        for (let member = 0; member < tally.viewers; member += 1) {
          await votes.see(id, `room:${member}`, NOW);
          if (member < tally.votes) await votes.cast(clip(id), `room:${member}`, NOW);
        }
        clips.push({ id, tally, deliveredAt });
      }
      const best = clips
        .toSorted((a, b) => lowerBound(b.tally) - lowerBound(a.tally) || b.deliveredAt.localeCompare(a.deliveredAt))
        .map(({ id }) => id);
      const query = { order: 'best', since: null, callId, limit: 50, offset: 0 } as const;
      expect(await votes.results(query)).toEqual(best);
      expect(await votes.results({ ...query, limit: 5, offset: 3 })).toEqual(best.slice(3, 8));
      const ranked = await votes.ranked({ since: null, callId, limit: 50, offset: 0 });
      expect(ranked.map(({ id }) => id)).toEqual(best);
      for (const { id, points } of ranked)
        expect(points).toBeCloseTo(
          lowerBound(clips.find((each) => each.id === id)?.tally ?? { votes: 0, viewers: 0 }),
          12,
        );
      const newest = clips.toReversed().map(({ id }) => id);
      expect(await votes.results({ ...query, order: 'newest' })).toEqual(newest);
      expect(await votes.results({ ...query, order: 'newest', since: at(20) })).toEqual(newest.slice(0, 4));
      expect(await votes.results({ ...query, order: 'newest', since: at(18), until: at(20) })).toEqual(
        newest.slice(4, 6),
      );
      const some = [best[5] ?? '', 'nobody', best[1] ?? ''];
      expect(await votes.results({ ...query, among: some })).toEqual([best[1], best[5]]);
      expect(await votes.results({ ...query, among: [] })).toEqual([]);
      expect((await votes.results({ ...query, since: at(20) })).toSorted()).toEqual(newest.slice(0, 4).toSorted());
    });

    it('count likes on X as the operator has them weighed', async () => {
      const { votes, x } = open();
      const callId = someAsked().id;
      const asked = (platform: string) => someAsked({ callId, post: { platform, channel: 'x', id: someAsked().id } });
      const [here, there] = [
        await create(open(), asked('room'), ...DELIVERED),
        await create(open(), asked('x'), ...DELIVERED.slice(0, -1), repliedAt('x', `7${callId}`)),
      ];
      await votes.cast(clip(here.id), 'room:a', NOW);
      await x.keepLikes([{ postId: `7${callId}`, likes: 5, readAt: NOW }]);
      const query = { order: 'best', since: null, callId, limit: 50, offset: 0 } as const;
      // This store was opened with a weight of a half: two and a half votes of as many viewers.
      expect(await votes.results(query)).toEqual([there.id, here.id]);
    });

    it('show delivered clips only', async () => {
      const callId = someAsked().id;
      await create(open(), someAsked({ callId }), 'prompt-screened');
      await create(open(), someAsked({ callId }), ...DELIVERED, 'taken-down');
      const query = { order: 'best', since: null, callId, limit: 50, offset: 0 } as const;
      expect(await open().votes.results(query)).toEqual([]);
    });
  });
}
