import { describe, expect, it } from 'vitest';
import type { PickRules } from '../../src/queue/work-store.ts';
import type { PromptRequest } from '../../src/requests/index.ts';
import { waitUntil } from '../services.ts';
import { apply, at, changesThrough, create, endAllWork, MUCH_LATER, type StoreOf, someAsked } from './store-samples.ts';

export function workStoreContract(open: StoreOf): void {
  const pick = (rules: Partial<PickRules> = {}) =>
    open().work.pick({ limit: 100, startable: 100, inFlightPerMember: 100, now: at(60), ...rules });
  const pickOne = async () => {
    const [row] = await pick();
    if (!row) throw new Error('There is nothing to pick');
    return row;
  };
  const received = async () => {
    await endAllWork(open());
    return create(open(), someAsked());
  };
  const approved = (requester = someAsked().requester) =>
    create(open(), someAsked({ requester }), 'prompt-screened', 'approved');

  describe('handing out', () => {
    it('goes from open to queued to running to gone', async () => {
      const request = await received();
      const row = await pickOne();
      expect(row).toEqual({
        id: `${request.id}-screen-prompt-v1`,
        epoch: 1,
        requestId: request.id,
        work: { step: 'screen-prompt' },
        attempt: 1,
        dueAt: request.askedAt,
      });
      expect(await pick()).toEqual([]);
      expect(await open().work.counts()).toEqual({ open: 0, queued: 1, running: 0 });
      expect(await open().work.take([row], at(90))).toEqual([{ row, request }]);
      expect(await open().work.counts()).toEqual({ open: 0, queued: 0, running: 1 });
      expect(await open().work.isCurrent(row)).toBe(true);
      expect(await open().work.complete(row)).toBe(true);
      expect(await open().work.complete(row)).toBe(false);
      expect(await open().work.isCurrent(row)).toBe(false);
    });

    it('hands a row to one of many pickers and to one of many takers', async () => {
      await received();
      const picked = await Promise.all(Array.from({ length: 8 }, () => pick()));
      expect(picked.flat()).toHaveLength(1);
      const rows = picked.flat();
      const taken = await Promise.all(Array.from({ length: 8 }, () => open().work.take(rows, at(90))));
      expect(taken.flat()).toHaveLength(1);
    });

    it('does not hand out before it is due', async () => {
      const request = await create(open(), someAsked(), 'prompt-screened', 'approved', 'generation-started');
      await endAllWork(open());
      await apply(open(), await apply(open(), request, 'shot-intended'), 'shot-started');
      expect(await open().work.nextDue()).toBe(at(0.5));
      expect(await pick({ now: at(0.4) })).toEqual([]);
      expect(await pick({ now: at(0.5) })).toMatchObject([{ work: { step: 'check-shot', shot: 0, afterMs: 500 } }]);
      expect(await open().work.nextDue()).toBeNull();
      await apply(open(), (await open().requests.find(request.id)) as PromptRequest, 'withdrawn');
    });

    it('hands out what nobody waits for one at a time, after everything else', async () => {
      await endAllWork(open());
      const delivered = ['prompt-screened', 'approved', 'generation-started', 'shot-intended', 'shot-started'] as const;
      const more = ['shot-rendered', 'shot-downloaded', 'clip-finished', 'clip-screened', 'reply-posted'] as const;
      await create(open(), someAsked(), ...delivered, ...more);
      await create(open(), someAsked(), ...delivered, ...more);
      const urgent = await create(open(), someAsked());
      const leisurely = { work: { step: 'make-versions' } };
      expect(await pick({ limit: 1 })).toMatchObject([{ requestId: urgent.id }]);
      const [first, ...others] = await pick();
      expect([first, others]).toMatchObject([leisurely, []]);
      expect(await pick()).toEqual([]);
      await open().work.take(first ? [first] : [], at(90));
      expect(await pick()).toEqual([]);
      await open().work.complete(first ?? { id: '', epoch: 0 });
      const [second, ...rest] = await pick();
      expect([second, rest]).toMatchObject([leisurely, []]);
      expect(second?.id).not.toBe(first?.id);
    });

    it('knows an old holder by its epoch', async () => {
      await received();
      const old = await pickOne();
      await open().work.take([old], at(90));
      await open().work.reopenExpired(at(91));
      const newer = await pickOne();
      expect(newer.epoch).toBe(old.epoch + 1);
      expect(await open().work.isCurrent(old)).toBe(false);
      expect(await open().work.take([old], at(200))).toEqual([]);
      expect(await open().work.complete(old)).toBe(false);
      expect(await open().work.postpone(old, { dueAt: at(0), attempt: 7, error: null })).toBe(false);
      await open().work.renew([old], MUCH_LATER);
      expect(await open().work.reopen([old])).toBe(0);
      expect(await open().work.take([newer], at(200))).toHaveLength(1);
    });
  });

  describe('putting back', () => {
    it('postpones, with the number of the next try', async () => {
      await received();
      const row = await pickOne();
      await open().work.take([row], at(90));
      expect(await open().work.postpone(row, { dueAt: at(70), attempt: 2, error: 'busy' })).toBe(true);
      expect(await open().work.isCurrent(row)).toBe(false);
      expect(await pick({ now: at(69) })).toEqual([]);
      expect(await pick({ now: at(70) })).toMatchObject([{ id: row.id, attempt: 2, epoch: 2, dueAt: at(70) }]);
    });

    it('opens what was queued again, and leaves what was taken to its worker', async () => {
      await received();
      const row = await pickOne();
      expect(await open().work.queuedBefore(at(60), 10)).toEqual([]);
      expect(await open().work.queuedBefore(at(61), 10)).toEqual([row]);
      expect(await open().work.reopen([row])).toBe(1);
      const again = await pickOne();
      expect(again).toEqual({ ...row, epoch: 2 });
      await open().work.take([again], at(90));
      expect(await open().work.queuedBefore(MUCH_LATER, 10)).toEqual([]);
      expect(await open().work.reopen([again])).toBe(0);
      expect(await open().work.isCurrent(again)).toBe(true);
    });

    it('opens rows whose lease ended, as one try more, unless it was renewed', async () => {
      await received();
      const row = await pickOne();
      await open().work.take([row], at(90));
      expect(await open().work.reopenExpired(at(89))).toBe(0);
      await open().work.renew([row], at(100));
      expect(await open().work.reopenExpired(at(95))).toBe(0);
      expect(await open().work.reopenExpired(at(101))).toBe(1);
      expect(await pickOne()).toMatchObject({ id: row.id, epoch: 2, attempt: 2 });
    });

    it('opens all, and counts a try for those that were running', async () => {
      await received();
      await create(open(), someAsked());
      const [first, second] = await pick();
      if (!first || !second) throw new Error('Two rows were to be picked');
      await open().work.take([first], at(90));
      expect(await open().work.reopenAll()).toBe(2);
      const attempts = new Map((await pick()).map(({ id, attempt }) => [id, attempt]));
      expect(attempts).toEqual(
        new Map([
          [first.id, 2],
          [second.id, 1],
        ]),
      );
    });

    it('does nothing with no tickets', async () => {
      expect(await open().work.take([], at(90))).toEqual([]);
      expect(await open().work.reopen([])).toBe(0);
      await open().work.renew([], at(90));
    });
  });

  describe('the fair order', () => {
    it('takes work under way first, the longest due first, then starts', async () => {
      await endAllWork(open());
      const waiting = await approved();
      const later = await create(open(), someAsked({ askedAt: at(2) }));
      const sooner = await create(open(), someAsked({ askedAt: at(1) }));
      expect((await pick()).map(({ requestId }) => requestId)).toEqual([sooner.id, later.id, waiting.id]);
    });

    it('keeps to its limits', async () => {
      await endAllWork(open());
      for (let count = 0; count < 3; count += 1) {
        await approved();
        await create(open(), someAsked());
      }
      expect(await pick({ limit: 2 })).toMatchObject([
        { work: { step: 'screen-prompt' } },
        { work: { step: 'screen-prompt' } },
      ]);
      expect(await pick({ limit: 0 })).toEqual([]);
      expect((await pick({ startable: 1 })).map(({ work }) => work.step)).toEqual(['screen-prompt', 'start-clip']);
      expect(await pick({ startable: 0 })).toEqual([]);
      expect(await pick({ limit: 1 })).toHaveLength(1);
      expect(await pick()).toHaveLength(1);
    });

    it('serves members in turn, however many one has in line, and tells places in that order', async () => {
      await endAllWork(open());
      const [many, few, one] = [someAsked().requester, someAsked().requester, someAsked().requester];
      const line: PromptRequest[] = [];
      for (const member of [many, many, many, few, few, one]) line.push(await approved(member));
      const [m1, m2, m3, f1, f2, o1] = line.map(({ id }) => id);
      const fair = [m1, f1, o1, m2, f2, m3];
      const places = await Promise.all(fair.map((id) => open().requests.placeInLine(id as string)));
      expect(places).toEqual([0, 1, 2, 3, 4, 5]);
      const first = await pick({ startable: 4 });
      expect(first.map(({ requestId }) => requestId)).toEqual(fair.slice(0, 4));
      expect(await open().requests.placeInLine(f2 as string)).toBe(0);
      expect(await open().requests.placeInLine(m3 as string)).toBe(1);

      const newcomer = await approved();
      expect((await pick()).map(({ requestId }) => requestId)).toEqual([f2, newcomer.id, m3]);
    });

    it('gives fair places to what one batch brings', async () => {
      await endAllWork(open());
      const many = someAsked();
      const first = await approved(many.requester);
      const one = someAsked();
      const asked = [someAsked({ requester: many.requester }), someAsked({ requester: many.requester }), one];
      await open().requests.create(asked.map((each) => changesThrough(each, 'prompt-screened', 'approved')));
      const fair = [first.id, one.id, asked[0]?.id, asked[1]?.id];
      expect((await pick()).map(({ requestId }) => requestId)).toEqual(fair);
    });

    it('puts who is trusted first in line, four times as often and never alone', async () => {
      await endAllWork(open());
      const [plain, trusted] = [someAsked().requester, someAsked().requester];
      const before = await approved(plain);
      const line: PromptRequest[] = [];
      for (let count = 0; count < 6; count += 1) {
        const asked = someAsked({ requester: trusted, trusted: true });
        line.push(await create(open(), asked, 'prompt-screened', 'approved'));
      }
      expect(await open().requests.placeInLine(line[0]?.id as string)).toBe(0);
      const order = (await pick()).map(({ requestId }) => requestId);
      expect(order.slice(0, 3)).toEqual(line.slice(0, 3).map(({ id }) => id));
      expect(order.slice(0, 5)).toContain(before.id);
    });

    it('passes over members who have enough under way', async () => {
      await endAllWork(open());
      const member = someAsked().requester;
      const first = await approved(member);
      const second = await approved(member);
      const other = await approved();
      const underWay = await open().work.startsUnderWay();
      const picked = await pick({ inFlightPerMember: 1 });
      expect(picked.map(({ requestId }) => requestId)).toEqual([first.id, other.id]);
      expect(await open().work.startsUnderWay()).toBe(underWay + 2);
      expect(await pick({ inFlightPerMember: 1 })).toEqual([]);

      const [start] = await open().work.take(picked.slice(0, 1), at(90));
      const generating = await apply(open(), (start as { request: PromptRequest }).request, 'generation-started');
      for (const row of picked) await open().work.complete(row);
      expect(await open().work.startsUnderWay()).toBe(underWay + 1);
      expect((await pick({ inFlightPerMember: 1 })).map(({ work }) => work.step)).toEqual(['start-shot']);
      await apply(open(), generating, 'withdrawn');
      expect((await pick({ inFlightPerMember: 1 })).map(({ requestId }) => requestId)).toEqual([second.id]);
    });

    it('keeps no place, of a member or of the engine, for a start that a curator must settle', async () => {
      await endAllWork(open());
      const member = someAsked().requester;
      const doubtful = await approved(member);
      await endAllWork(open());
      const underWay = await open().work.startsUnderWay();
      const starting = await apply(open(), await apply(open(), doubtful, 'generation-started'), 'shot-intended');
      await endAllWork(open());
      expect(await open().work.startsUnderWay()).toBe(underWay + 1);
      await apply(open(), starting, 'shot-uncertain');
      expect(await open().work.startsUnderWay()).toBe(underWay);
      const next = await approved(member);
      expect((await pick({ inFlightPerMember: 1 })).map(({ requestId }) => requestId)).toEqual([next.id]);
    });

    it('does not start what was put off', async () => {
      await endAllWork(open());
      await approved();
      const row = await pickOne();
      await open().work.postpone(row, { dueAt: at(100), attempt: 2, error: 'the engine is full' });
      expect(await pick({ now: at(99) })).toEqual([]);
      expect(await open().work.nextDue()).toBe(at(100));
      expect(await pick({ now: at(100) })).toHaveLength(1);
    });
  });

  it('tells when there is work', async () => {
    let told = 0;
    const stop = open().work.onNews(() => {
      told += 1;
    });
    await create(open(), someAsked());
    await waitUntil(() => told > 0, 'News of work');
    stop();
    await endAllWork(open());
  });
}
