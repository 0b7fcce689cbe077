import { type Call, isOpen } from '../../calls/call.ts';
import type { CallStore } from '../../calls/call-store.ts';
import {
  AdapterError,
  type Clip,
  type Clock,
  LOCALES,
  type Locale,
  type RequestStore,
  type StoredFile,
} from '../../requests/index.ts';
import { winnersIn } from '../../voting/find-winners.ts';
import type { FoundWinners, WinnerStore } from '../../voting/winner-store.ts';
import { winnersShown } from '../../voting/winners-shown.ts';
import type { RenditionLimits } from '../chat-platform.ts';
import type { Leases } from '../leases.ts';
import type { OwnPosts } from '../own-posts.ts';
import { announcementKey } from '../post-keys.ts';
import { postOnce } from '../post-once.ts';
import type {
  AnnouncedEvent,
  AnnouncementDraft,
  AnnouncementOrder,
  AnnouncementOutcome,
  Announcements,
} from './announcements.ts';
import type { Announcer } from './announcer.ts';
import { draftAnnouncement } from './draft-announcement.ts';

export interface AnnouncementsDependencies {
  announcer: Announcer;
  calls: CallStore;
  requests: Pick<RequestStore, 'findMany' | 'count'>;
  winners: Pick<WinnerStore, 'of'>;
  ownPosts: OwnPosts;
  leases: Leases;
  /** The clip as the platform takes it; null where that cannot be. */
  makeSmaller: (clip: Clip, limits: RenditionLimits, signal: AbortSignal) => Promise<StoredFile | null>;
  newId: () => string;
  clock: Clock;
}

const MONTH_MS = 30 * 24 * 60 * 60 * 1000;
/** Longer than a video may take to get there. */
const PRESS_MS = 15 * 60 * 1000;

/** Announces calls on one platform, each opening and each closing once. */
export function createAnnouncements(dependencies: AnnouncementsDependencies): Announcements {
  const { announcer, calls, winners, ownPosts, leases, newId, clock } = dependencies;

  return {
    async list() {
      const now = clock();
      const recent = (await calls.list()).filter(
        ({ closesAt }) => closesAt === null || now.getTime() - Date.parse(closesAt) < MONTH_MS,
      );
      const newestFirst = recent.toSorted((one, other) => (one.opensAt < other.opensAt ? 1 : -1));
      const found = await winners.of(newestFirst.map(({ id }) => id));
      const drafts = newestFirst.flatMap((call) =>
        eventsOf(call, found, now).map((what) => draft(dependencies, { call, what, found: winnersIn(call, found) })),
      );
      return Promise.all(drafts);
    },

    async post(order) {
      const call = await calls.find(order.callId);
      const found = call ? await winners.of([call.id]) : [];
      if (!call || !eventsOf(call, found, clock()).includes(order.what)) return { outcome: 'not-now' };
      const key = announcementKey(call.id, order.what);
      const known = await ownPosts.find(key);
      if (known?.ref) return { outcome: 'posted-already', ref: known.ref };
      const text = known?.shown ?? announcer.compose(order.words.trim(), key, order.locale);
      const problems = order.words.trim() === '' ? ['empty' as const] : announcer.problemsOf(text);
      if (problems.length > 0) return { outcome: 'problems', problems };
      const [lease, holder] = [`announcing-${key}`, newId()];
      if (!(await leases.hold(lease, holder, PRESS_MS))) return { outcome: 'under-way' };
      try {
        return await announceOnce(dependencies, {
          order,
          key,
          text,
          found: winnersIn(call, found),
          isOurs: () => leases.hold(lease, holder, PRESS_MS),
        });
      } finally {
        await leases.release(lease, holder);
      }
    },
  };
}

/** What has happened to a call and may be told: its end once it is known who won. The standing call is never over. */
function eventsOf(call: Call, found: readonly FoundWinners[], now: Date): AnnouncedEvent[] {
  if (isOpen(call, now)) return ['opened'];
  return winnersIn(call, found) === null ? [] : ['closed'];
}

async function draft(
  dependencies: AnnouncementsDependencies,
  { call, what, found }: { call: Call; what: AnnouncedEvent; found: FoundWinners | null },
): Promise<AnnouncementDraft> {
  const { announcer, ownPosts, requests } = dependencies;
  const [known, winners, made] = await Promise.all([
    ownPosts.find(announcementKey(call.id, what)),
    what === 'closed' ? winnersShown(found, dependencies) : [],
    what === 'closed' ? requests.count({ states: ['delivered'], callId: call.id }) : 0,
  ]);
  const options = { winners, made, plain: announcer.plain };
  const words = Object.fromEntries(LOCALES.map((locale) => [locale, draftAnnouncement(call, what, locale, options)]));
  const [best] = winners;
  return {
    platform: announcer.id,
    callId: call.id,
    what,
    theme: call.theme,
    words: words as Record<Locale, string>,
    clip: best ? { requestId: best.request.id, caption: best.request.clip.caption } : null,
    state: known?.ref ? 'posted' : known?.shown ? 'unclear' : 'draft',
    posted: known?.shown ?? null,
    ref: known?.ref ?? null,
  };
}

/** The intent and the text are saved first; an earlier press is looked for before anything is sent. */
async function announceOnce(
  dependencies: AnnouncementsDependencies,
  press: {
    order: AnnouncementOrder;
    key: string;
    text: string;
    found: FoundWinners | null;
    isOurs: () => Promise<boolean>;
  },
): Promise<AnnouncementOutcome> {
  const { announcer, ownPosts, clock, makeSmaller } = dependencies;
  const { order, key, text, found, isOurs } = press;
  const winners = order.withClip && order.what === 'closed' ? await winnersShown(found, dependencies) : [];
  const best = winners[0]?.request;
  try {
    const ref = await postOnce(
      { key, requestId: best?.id ?? null, kind: 'announcement', platform: announcer.id },
      {
        ownPosts,
        clock,
        isCurrent: isOurs,
        find: (since) => announcer.findAnnouncement(key, since),
        async post() {
          await ownPosts.showed(key, text);
          const file = best ? await makeSmaller(best.clip, announcer.rendition, AbortSignal.timeout(PRESS_MS)) : null;
          const clip = best && file ? { file, altText: best.clip.altText } : null;
          return announcer.announce({ key, text, clip });
        },
      },
    );
    return ref ? { outcome: 'posted', ref } : { outcome: 'under-way' };
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    const sent = !error.neverSent && error.retryable;
    // What is certainly not there may be worded anew.
    if (!sent) await ownPosts.forget(key);
    return { outcome: 'failed', why: error.message, sent };
  }
}
