import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { AnnouncementOrder } from '../../src/bots/announcing/announcements.ts';
import type { Announcer } from '../../src/bots/announcing/announcer.ts';
import { type AnnouncementsDependencies, createAnnouncements } from '../../src/bots/announcing/create-announcements.ts';
import type { Call } from '../../src/calls/call.ts';
import { AdapterError, type PostRef } from '../../src/requests/index.ts';

/** What an announcer is tried on. */
export interface AnnouncerStage {
  announcer: Announcer;
  records: Pick<AnnouncementsDependencies, 'calls' | 'requests' | 'winners' | 'ownPosts' | 'leases'>;
  /** Our announcements that everybody sees, in no order. */
  visible(): Promise<string[]>;
  /** Somebody takes it down at the platform. */
  remove(ref: PostRef): Promise<void>;
}

/** What every announcer must do. `stage` is asked for in each test. */
export function announcerContract(name: string, stage: () => AnnouncerStage): void {
  describe(`announcer: ${name}`, () => {
    const HOUR_MS = 60 * 60 * 1000;

    function announcementsBy(announcer: Announcer) {
      return createAnnouncements({
        ...stage().records,
        announcers: [announcer],
        makeSmaller: async ({ master }) => master,
        newId: randomUUID,
        clock: () => new Date(),
      });
    }

    async function opened(): Promise<AnnouncementOrder> {
      const { announcer, records } = stage();
      const call: Call = {
        id: `contract${Math.random().toString(36).slice(2, 12)}`,
        theme: { en: 'Lanterns @everyone', ar: 'فوانيس' },
        opensAt: new Date(Date.now() - HOUR_MS).toISOString(),
        closesAt: new Date(Date.now() + HOUR_MS).toISOString(),
        ...{ budgetUsd: null, caps: {}, places: null, engine: null },
      };
      await records.calls.save(call);
      const [draft] = await announcementsBy(announcer).list(call.id);
      if (!draft) throw new Error('there is nothing to announce');
      expect(draft).toMatchObject({ platform: announcer.id, what: 'opened', state: 'draft' });
      expect(announcer.problemsOf(announcer.compose(draft.words.ar, 'o.key', 'ar'))).toEqual([]);
      const { platform, place, callId, what, words } = draft;
      return { platform, place, callId, what, locale: 'en', words: words.en, withClip: false };
    }

    const seen = async (order: AnnouncementOrder) =>
      (await stage().visible()).filter((text) => text.includes(order.words.split('\n')[0]?.slice(0, 12) ?? ''));

    it('announces a call once, however many press', async () => {
      const order = await opened();
      const { post, list } = announcementsBy(stage().announcer);
      const before = (await seen(order)).length;
      const outcomes = await Promise.all([post(order), post(order), post(order)]);
      expect(outcomes.filter(({ outcome }) => outcome === 'posted')).toHaveLength(1);
      expect(await post(order)).toMatchObject({ outcome: 'posted-already' });
      expect((await seen(order)).length - before).toBe(1);
      expect(await list(order.callId)).toMatchObject([{ state: 'posted' }]);
    });

    it('finds it after an answer that was lost, and does not post it again', async () => {
      const order = await opened();
      const { announcer } = stage();
      const lossy: Announcer = {
        ...announcer,
        async announce(announcement) {
          await announcer.announce(announcement);
          throw new AdapterError('The answer was lost', { adapter: announcer.id, code: 'network', retryable: true });
        },
      };
      const before = (await seen(order)).length;
      expect(await announcementsBy(lossy).post(order)).toMatchObject({ outcome: 'failed', sent: true });
      const hidden: Announcer = {
        ...announcer,
        findAnnouncement: async () => {
          throw new AdapterError('It may not be read', { adapter: announcer.id, code: 'no-access', retryable: false });
        },
      };
      expect(await announcementsBy(hidden).post(order)).toMatchObject({ outcome: 'failed', sent: true });
      const again = announcementsBy(announcer);
      expect(await again.list(order.callId)).toMatchObject([{ state: 'unclear' }]);
      expect(await again.post({ ...order, words: 'Other words' })).toMatchObject({ outcome: 'posted' });
      expect((await seen(order)).length - before).toBe(1);
    });

    it('posts it anew where it was taken down', async () => {
      const order = await opened();
      const { records, remove, announcer } = stage();
      const { post } = announcementsBy(announcer);
      const first = await post(order);
      if (first.outcome !== 'posted') throw new Error(`not posted but ${first.outcome}`);
      await remove(first.ref);
      const known = await records.ownPosts.findByRef(first.ref);
      await records.ownPosts.forget(known?.key ?? '');
      const before = (await seen(order)).length;
      // Other words: X takes the same ones for a slip.
      const second = await post({ ...order, words: `${order.words} (2)` });
      expect(second).toMatchObject({ outcome: 'posted' });
      expect((await seen(order)).length - before).toBe(1);
    });

    it('takes no more than the platform does, and only what stands in its places', async () => {
      const order = await opened();
      const { announcer } = stage();
      const { post } = announcementsBy(announcer);
      const { textLength: most } = announcer;
      const long = { ...order, words: 'a'.repeat(most + 1) };
      expect(await post(long)).toEqual({ outcome: 'problems', problems: ['too-long'], most });
      expect(await post({ ...order, words: ' ' })).toMatchObject({ problems: ['empty'] });
      expect(await post({ ...order, place: 'elsewhere' })).toEqual({ outcome: 'not-now' });
    });
  });
}
