import { describe, expect, it } from 'vitest';
import {
  decide,
  type PageMark,
  type PromptRequest,
  type RequestEvent,
  type RequestPage,
  type WorkTicket,
} from '../../src/requests/index.ts';
import type { Store } from '../../src/store/store.ts';
import { EVENTS, NOW } from '../samples/requests.ts';
import { apply, at, changesThrough, create, endAllWork, MUCH_LATER, type StoreOf, someAsked } from './store-samples.ts';

/** A work row of the request, taken. */
async function taken(store: Store, request: PromptRequest): Promise<WorkTicket> {
  const rows = await store.work.pick({ limit: 500, startable: 500, inFlightPerMember: 9, now: MUCH_LATER });
  const row = rows.find((each) => each.requestId === request.id);
  if (!row) throw new Error('There is no work row');
  await store.work.take([row], MUCH_LATER);
  return row;
}

/** From the asking to the reply. */
const DELIVERED = [
  ...(['prompt-screened', 'approved', 'generation-started', 'shot-intended', 'shot-started'] as const),
  ...(['shot-rendered', 'shot-downloaded', 'clip-finished', 'clip-screened', 'reply-posted'] as const),
];

function changeBy(request: PromptRequest, event: 'prompt-screened' | 'withdrawn') {
  const decision = decide(request, EVENTS[event], NOW);
  if (!decision.applies) throw new Error('It does not apply');
  return { request: decision.request, entry: decision.entry, work: decision.work };
}

export function requestStoreContract(open: StoreOf): void {
  describe('merging', () => {
    it('finds what was merged into a request, in order, and what happened to it', async () => {
      const lead = await create(open(), someAsked(), 'prompt-screened');
      const merged: RequestEvent = { kind: 'merged', into: lead.id, curator: 'Noor' };
      const callId = lead.id;
      const later = await create(open(), someAsked({ askedAt: at(2), callId }), 'prompt-screened', merged);
      const first = await create(open(), someAsked({ askedAt: at(1) }), 'prompt-screened', merged);
      expect(await open().requests.mergedInto(lead.id, { limit: 9 })).toEqual([first, later]);
      expect(await open().requests.mergedInto(lead.id, { states: ['delivered'], limit: 9 })).toEqual([]);
      expect(await open().requests.mergedCounts([first.id, lead.id, 'nobody'])).toEqual([0, 2, 0]);
      const counted = async () =>
        Promise.all([open().requests.count({ callId }), open().requests.count({ callId, unmerged: true })]);
      expect(await counted()).toEqual([1, 0]);
      await apply(open(), later, { kind: 'unmerged', into: lead.id, curator: null });
      expect(await counted()).toEqual([1, 1]);
      expect(await open().requests.mergedInto(lead.id, { limit: 9 })).toEqual([first]);
      const told = await open().requests.mergeHistory(lead.id);
      expect(told.map(({ requestId, event }) => [requestId, event.kind])).toEqual([
        [later.id, 'merged'],
        [first.id, 'merged'],
        [later.id, 'unmerged'],
      ]);
    });
  });

  describe('taking in', () => {
    it('gives back what it was given, by id and by post', async () => {
      const request = await create(open(), someAsked());
      expect(await open().requests.find(request.id)).toEqual(request);
      expect(await open().requests.findByPost(request.post)).toEqual(request);
      expect(await open().requests.find('nobody')).toBeNull();
      expect(await open().requests.findByPost({ platform: 'x', id: request.post.id })).toBeNull();
    });

    it('keeps the first changes in order, and only the work that is left', async () => {
      await endAllWork(open());
      const request = await create(open(), someAsked(), 'prompt-screened');
      const history = await open().requests.history(request.id);
      expect(history).toEqual(changesThrough(someAsked(request), 'prompt-screened').map(({ entry }) => entry));
      expect(await open().work.counts()).toEqual({ open: 0, queued: 0, running: 0 });
    });

    it('knows a post that it has, also within one batch, and writes nothing of it', async () => {
      const first = someAsked();
      const again = someAsked({ post: first.post });
      const other = someAsked();
      const batch = [first, again, other].map((asked) => changesThrough(asked));
      expect(await open().requests.create(batch)).toEqual(['created', 'known', 'created']);
      expect(await open().requests.create(batch)).toEqual(['known', 'known', 'known']);
      expect(await open().requests.find(again.id)).toBeNull();
      expect(await open().requests.history(again.id)).toEqual([]);
      expect(await open().requests.history(first.id)).toHaveLength(1);
    });

    it('takes each post once when many bring it at the same time, in any order', async () => {
      const posts = Array.from({ length: 30 }, () => someAsked().post);
      const batchOf = (order: typeof posts) => order.map((post) => changesThrough(someAsked({ post })));
      const outcomes = await Promise.all(
        [posts, posts.toReversed(), posts, posts.toReversed()].map((order) => open().requests.create(batchOf(order))),
      );
      expect(outcomes.flat().filter((outcome) => outcome === 'created')).toHaveLength(posts.length);
    });

    it('keeps whatever people write', async () => {
      const prompt = `it's "quoted" \\ \u{1F6F6} مرحبا ; drop table requests; -- $1 {a,b} \n\t`;
      const request = await create(open(), someAsked({ prompt, requester: { platform: 'x', id: "o'", name: '"' } }));
      expect(await open().requests.find(request.id)).toEqual(request);
    });

    it('leaves out what PostgreSQL cannot keep: NUL and halves of characters', async () => {
      const request = await create(open(), someAsked({ prompt: 'a\0b\ud800c \\u0000' }));
      expect((await open().requests.find(request.id))?.prompt).toBe('ab\ufffdc \\u0000');
    });

    it('takes in nothing', async () => {
      expect(await open().requests.create([])).toEqual([]);
    });
  });

  describe('saving', () => {
    it('saves the request, its history and its work, and ends the work that led to it', async () => {
      await endAllWork(open());
      const request = await create(open(), someAsked());
      const completes = await taken(open(), request);
      const change = changeBy(request, 'prompt-screened');
      expect(await open().requests.save({ ...change, completes })).toBe('saved');
      expect(await open().requests.find(request.id)).toEqual(change.request);
      expect(await open().requests.history(request.id)).toHaveLength(2);
      expect(await open().work.isCurrent(completes)).toBe(false);
      expect(await open().work.counts()).toEqual({ open: 0, queued: 0, running: 0 });
    });

    it('is stale, and writes nothing, when another save came first', async () => {
      const request = await create(open(), someAsked());
      const completes = await taken(open(), request);
      await apply(open(), request, 'escalated').catch(() => {});
      await apply(open(), request, 'prompt-screened');
      expect(await open().requests.save({ ...changeBy(request, 'withdrawn'), completes })).toBe('stale');
      expect((await open().requests.find(request.id))?.state).toBe('in-review');
      expect(await open().requests.history(request.id)).toHaveLength(2);
      expect(await open().work.isCurrent(completes)).toBe(true);
    });

    it('is superseded, and writes nothing, when the work row was handed to another', async () => {
      await endAllWork(open());
      const request = await create(open(), someAsked());
      const old = await taken(open(), request);
      await open().work.reopenAll();
      const newer = await taken(open(), request);
      const change = changeBy(request, 'prompt-screened');
      expect(await open().requests.save({ ...change, completes: old })).toBe('superseded');
      expect(await open().requests.find(request.id)).toEqual(request);
      expect(await open().work.isCurrent(newer)).toBe(true);
      expect(await open().requests.save({ ...change, completes: newer })).toBe('saved');
    });

    it('lets one of many savers of the same version through', async () => {
      const request = await create(open(), someAsked());
      const change = changeBy(request, 'prompt-screened');
      const outcomes = await Promise.all(
        Array.from({ length: 12 }, () => open().requests.save({ ...change, completes: null })),
      );
      expect(outcomes.toSorted()).toEqual(['saved', ...Array(11).fill('stale')]);
      expect(await open().requests.history(request.id)).toHaveLength(2);
    });

    it('checks each of the saves that come together by itself', async () => {
      await endAllWork(open());
      const requests = await Promise.all(Array.from({ length: 6 }, () => create(open(), someAsked())));
      const [fine, stale, superseded, both, edited, odd] = requests as [PromptRequest, ...PromptRequest[]] &
        PromptRequest[];
      const changes = requests.map((request) => changeBy(request, 'prompt-screened'));
      const rows = new Map<string, WorkTicket>();
      for (const row of await open().work.pick({ limit: 500, startable: 500, inFlightPerMember: 9, now: MUCH_LATER })) {
        rows.set(row.requestId, row);
      }
      await open().work.take([...rows.values()], MUCH_LATER);
      await apply(open(), stale as PromptRequest, 'prompt-screened');
      const ticket = (request: PromptRequest | undefined) => rows.get(request?.id ?? '') ?? null;
      const old = (request: PromptRequest | undefined) => ({ ...(ticket(request) as WorkTicket), epoch: 99 });
      const completes = [ticket(fine), ticket(stale), old(superseded), null, ticket(edited), ticket(odd)];
      const commits = changes.map((change, place) => ({ ...change, completes: completes[place] ?? null }));
      // The same request twice, in one turn: the second is decided on what the first made of it.
      commits.push({ ...changeBy(both as PromptRequest, 'withdrawn'), completes: null });
      const outcomes = await Promise.all(commits.map((commit) => open().requests.save(commit)));
      expect(outcomes).toEqual(['saved', 'stale', 'superseded', 'saved', 'saved', 'saved', 'stale']);
      expect((await open().requests.find((superseded as PromptRequest).id))?.version).toBe(1);
      expect(await open().requests.history((superseded as PromptRequest).id)).toHaveLength(1);
      for (const request of [fine, stale, both, edited, odd] as PromptRequest[]) {
        expect((await open().requests.find(request.id))?.version).toBe(2);
        expect(await open().requests.history(request.id)).toHaveLength(2);
      }
      const current = await Promise.all([...rows.values()].map((row) => open().work.isCurrent(row)));
      // What is stale is left to its worker, who decides anew; what a person saved ends no work.
      expect(current.filter(Boolean)).toHaveLength(3);
    });

    it('commits what comes together though the records refuse one of it', async () => {
      const [fine, refused] = [await create(open(), someAsked()), await create(open(), someAsked())];
      const impossible = changeBy(refused, 'prompt-screened');
      const commits = [
        { ...changeBy(fine, 'prompt-screened'), completes: null },
        { ...impossible, entry: { ...impossible.entry, at: 'no moment' }, completes: null },
      ];
      const outcomes = await Promise.allSettled(commits.map((commit) => open().requests.save(commit)));
      expect(outcomes).toMatchObject([{ value: 'saved' }, { status: 'rejected' }]);
      expect((await open().requests.find(fine.id))?.version).toBe(2);
      expect((await open().requests.find(refused.id))?.version).toBe(1);
    });

    it('takes a request that is not approved any more out of the line', async () => {
      await endAllWork(open());
      const request = await create(open(), someAsked(), 'prompt-screened', 'approved');
      expect(await open().requests.placeInLine(request.id)).toBe(0);
      await apply(open(), request, 'withdrawn');
      expect(await open().requests.placeInLine(request.id)).toBeNull();
      expect(await open().work.counts()).toEqual({ open: 0, queued: 0, running: 0 });
    });
  });

  describe('finding', () => {
    it('lists and counts by state, requester and call, in the order asked for', async () => {
      const callId = someAsked().id;
      const requester = someAsked().requester;
      const first = await create(open(), someAsked({ callId, requester, askedAt: at(1) }));
      const second = await create(open(), someAsked({ callId, askedAt: at(2) }), 'prompt-screened');
      const third = await create(open(), someAsked({ callId, requester, askedAt: at(3) }), 'prompt-screened');
      await open().votes.cast({ kind: 'request', id: third.id }, 'room:a', NOW);
      await open().votes.cast({ kind: 'clip', id: second.id }, 'room:a', NOW);
      const list = async (query: object) =>
        (await open().requests.list({ callId, order: 'oldest', limit: 9, ...query })).map(({ id }) => id);

      expect(await list({})).toEqual([first.id, second.id, third.id]);
      expect(await list({ order: 'newest' })).toEqual([third.id, second.id, first.id]);
      expect(await list({ order: 'most-wanted' })).toEqual([third.id, first.id, second.id]);
      expect(await list({ limit: 1, offset: 1 })).toEqual([second.id]);
      expect(await list({ states: ['in-review'] })).toEqual([second.id, third.id]);
      const key = `room:${requester.id}`;
      expect(await list({ requester: key, states: ['received', 'in-review'] })).toEqual([first.id, third.id]);
      expect(await open().requests.count({ callId })).toBe(3);
      expect(await Promise.all([2, 3, 4].map((most) => open().requests.count({ callId }, most)))).toEqual([2, 3, 3]);
      expect(await open().requests.count({ callId, states: ['in-review'], requester: key })).toBe(1);
      expect(await open().requests.count({ callId, states: [] })).toBe(0);
    });

    it('tells what members have asked for', async () => {
      const callId = someAsked().id;
      const requester = someAsked().requester;
      await create(open(), someAsked({ callId, requester, askedAt: at(0) }));
      await create(open(), someAsked({ callId, requester, askedAt: at(10) }), 'prompt-screened');
      await create(open(), someAsked({ callId, requester, askedAt: at(20) }), 'withdrawn');
      const elsewhere = someAsked({ requester, callId: `${callId}-other`, askedAt: at(30) });
      await create(open(), elsewhere);
      const members = ['room:nobody', `room:${requester.id}`];
      expect(await open().requests.usage(members, at(10))).toEqual([
        { person: 'room:nobody', open: 0, since: 0, byCall: {}, lastAskedAt: null },
        {
          ...{ person: `room:${requester.id}`, open: 3, since: 3, lastAskedAt: at(30) },
          byCall: { [callId]: 3, [elsewhere.callId]: 1 },
        },
      ]);
      expect(await open().requests.usage([], NOW)).toEqual([]);
    });

    it('finds many at once, by id and by post, in the order asked for', async () => {
      const [one, other] = [await create(open(), someAsked()), await create(open(), someAsked(), 'prompt-screened')];
      expect(await open().requests.findMany([other.id, 'nobody', one.id, other.id])).toEqual([other, one, other]);
      const nowhere = { platform: 'room', id: 'nowhere' };
      expect(await open().requests.findByPosts([nowhere, one.post, other.post])).toEqual([null, one, other]);
      const histories = await open().requests.histories([other.id, 'nobody', one.id]);
      expect(histories).toEqual(
        await Promise.all([other.id, 'nobody', one.id].map((id) => open().requests.history(id))),
      );
      expect(histories.map((entries) => entries.length)).toEqual([2, 0, 1]);
      expect(await open().requests.findMany([])).toEqual([]);
      expect(await open().requests.findByPosts([])).toEqual([]);
      expect(await open().requests.histories([])).toEqual([]);
    });

    it('tells the places in line of many as it tells each one', async () => {
      await endAllWork(open());
      const requester = someAsked().requester;
      const ids: string[] = [];
      for (const changes of [{ requester }, { requester }, {}, { requester }, {}]) {
        ids.push((await create(open(), someAsked(changes), 'prompt-screened', 'approved')).id);
      }
      await open().work.pick({ limit: 1, startable: 1, inFlightPerMember: 9, now: MUCH_LATER });
      const asked = [...ids.toReversed(), (await create(open(), someAsked())).id, 'nobody'];
      const places = await open().requests.placesInLine(asked);
      expect(places).toEqual(await Promise.all(asked.map((id) => open().requests.placeInLine(id))));
      expect(places.toSorted().slice(0, 4)).toEqual([0, 0, 1, 2]);
      expect(await open().requests.placesInLine(asked.slice(0, 1))).toEqual(places.slice(0, 1));
      expect(await open().requests.placesInLine([])).toEqual([]);
      await endAllWork(open());
    });

    it('tells what became of what members asked for', async () => {
      const requester = someAsked().requester;
      const key = `room:${requester.id}`;
      await create(open(), someAsked({ requester }));
      await create(open(), someAsked({ requester }), 'prompt-screened', 'declined');
      await create(open(), someAsked({ requester }), ...DELIVERED);
      const nothing = { asked: 0, delivered: 0, declined: 0, refused: 0 };
      const record = { asked: 3, delivered: 1, declined: 1, refused: 0 };
      expect(await open().requests.memberRecords([key, 'room:nobody'])).toEqual([record, nothing]);
      expect(await open().requests.memberRecords([])).toEqual([]);
    });

    it('finds what needs attention', async () => {
      const callId = someAsked().id;
      const started = DELIVERED.slice(0, 4);
      const hold: RequestEvent = {
        kind: 'clip-screened',
        verdict: { outcome: 'review', findings: [], screenedBy: [] },
      };
      const wanted = [
        await create(open(), someAsked({ callId, askedAt: at(1) }), ...started, 'shot-uncertain'),
        await create(open(), someAsked({ callId, askedAt: at(2) }), ...DELIVERED.slice(0, 8), hold),
        await create(open(), someAsked({ callId, askedAt: at(3) }), ...started, 'gave-up'),
        await create(open(), someAsked({ callId, askedAt: at(4) }), ...DELIVERED, 'reported'),
        await create(open(), someAsked({ callId, askedAt: at(5) }), 'prompt-screened', 'declined', 'appealed'),
      ];
      await create(open(), someAsked({ callId }));
      await create(open(), someAsked({ callId }), ...started);
      await create(open(), someAsked({ callId }), ...DELIVERED.slice(0, 8));
      await create(open(), someAsked({ callId }), ...DELIVERED, 'reported', 'reports-dismissed');
      await create(open(), someAsked({ callId }), 'prompt-screened', 'declined', 'appealed', 'appeal-dismissed');
      const needing = { callId, needsAttention: true };
      expect(await open().requests.list({ ...needing, order: 'oldest', limit: 9 })).toEqual(wanted);
      expect(await open().requests.list({ ...needing, order: 'newest', limit: 1, offset: 1 })).toEqual([wanted[3]]);
      expect(await open().requests.count(needing)).toBe(5);
      await endAllWork(open());
    });

    it('gives page after page what it lists, though some come and go between two pages', async () => {
      const callId = someAsked().id;
      const own = <R extends { callId: string }>(requests: readonly R[]) =>
        requests.filter((each) => each.callId === callId);
      const made: PromptRequest[] = [];
      for (const seconds of [3, 1, 2, 2, 5, 4]) {
        made.push(await create(open(), someAsked({ callId, askedAt: at(seconds) }), 'prompt-screened'));
      }
      await create(open(), someAsked({ callId, askedAt: at(9) }), ...DELIVERED, 'reported');
      await create(open(), someAsked({ callId, askedAt: at(8) }), ...DELIVERED.slice(0, 4), 'shot-uncertain');
      for (const [place, voters] of [
        [4, 2],
        [1, 3],
        [0, 1],
      ] as const) {
        for (let voter = 0; voter < voters; voter += 1) {
          await open().votes.cast({ kind: 'request', id: made[place]?.id ?? '' }, `room:${voter}`, NOW);
        }
      }
      await open().votes.withdraw({ kind: 'request', id: made[1]?.id ?? '' }, 'room:0');
      await open().votes.withdraw({ kind: 'request', id: made[1]?.id ?? '' }, 'room:1');
      for (const order of ['oldest', 'newest', 'most-wanted'] as const) {
        for (const of of [['in-review'], ['in-review', 'delivered'], 'attention'] as const) {
          if (order === 'most-wanted' && of.length !== 1) continue;
          const listed = await open().requests.list({
            ...(of === 'attention' ? { needsAttention: true } : { states: of }),
            ...{ callId, order, limit: 1000 },
          });
          const read: PromptRequest[] = [];
          let after: PageMark | null = null;
          do {
            const page: RequestPage = await open().requests.page({ of, order, limit: 3, after });
            read.push(...page.requests);
            after = page.next;
          } while (after !== null);
          expect(
            own(read).map(({ id }) => id),
            `${order} ${of}`,
          ).toEqual(listed.map(({ id }) => id));
          expect(new Set(read.map(({ id }) => id)).size).toBe(read.length);
        }
      }
      const first = await open().requests.page({ of: ['in-review'], order: 'newest', limit: 2, after: null });
      const [top] = first.requests;
      if (top) await apply(open(), top, 'withdrawn');
      const second = await open().requests.page({ of: ['in-review'], order: 'newest', limit: 2, after: first.next });
      expect(second.requests.some(({ id }) => first.requests.some((shown) => shown.id === id))).toBe(false);
      await endAllWork(open());
    });
  });
}
