import { type Call, hasEnded, isOpen } from '../../calls/call.ts';
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
import { type ShownWinner, winnersShown } from '../../voting/winners-shown.ts';
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
import type { AnnouncedClip, Announcer, AnnouncingPlace } from './announcer.ts';
import { draftAnnouncement } from './draft-announcement.ts';

export interface AnnouncementsDependencies {
  announcers: readonly Announcer[];
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

/** What has happened to a call, and what is known of it. */
interface News {
  call: Call;
  what: AnnouncedEvent;
  winners: ShownWinner[];
  /** Clips that came of it. */
  made: number;
}

interface Press {
  order: AnnouncementOrder;
  announcer: Announcer;
  key: string;
  text: string;
  winners: () => Promise<ShownWinner[]>;
  isOurs: () => Promise<boolean>;
}

const MONTH_MS = 30 * 24 * 60 * 60 * 1000;
/** Longer than a video may take to get there. */
const PRESS_MS = 15 * 60 * 1000;

/** Announces calls, each opening and each closing once in each place. */
export function createAnnouncements(dependencies: AnnouncementsDependencies): Announcements {
  const { announcers, calls, winners, ownPosts, leases, newId, clock } = dependencies;

  return {
    async list(callId) {
      const now = clock();
      const all =
        callId === undefined ? await calls.list() : [await calls.find(callId)].filter((call) => call !== null);
      const recent = all.filter(({ closesAt }) => closesAt === null || now.getTime() - Date.parse(closesAt) < MONTH_MS);
      const newestFirst = recent.toSorted((one, other) => (one.opensAt < other.opensAt ? 1 : -1));
      const found = await winners.of(newestFirst.map(({ id }) => id));
      const news = newestFirst.flatMap((call) => eventsOf(call, found, now).map((what) => ({ call, what })));
      const drafts = news.map(async ({ call, what }) =>
        draftsOf(dependencies, await readNews(dependencies, call, what, winnersIn(call, found))),
      );
      return (await Promise.all(drafts)).flat();
    },

    async post(order) {
      const { callId, what, place, locale, words } = order;
      const announcer = announcers.find(({ id }) => id === order.platform);
      const call = await calls.find(callId);
      const found = call ? await winners.of([call.id]) : [];
      if (!announcer || !call || !eventsOf(call, found, clock()).includes(what)) return { outcome: 'not-now' };
      if (!(await isNewsIn(dependencies, { call, what }, place))) return { outcome: 'not-now' };
      const key = announcementKey(call, what, place);
      const known = await ownPosts.find(key);
      if (known?.ref) return { outcome: 'posted-already', ref: known.ref };
      if (!(await announcer.places(call)).some(({ id }) => id === place)) return { outcome: 'not-now' };
      const text = known?.shown ?? announcer.compose(words.trim(), key, locale);
      const problems = words.trim() === '' ? ['empty' as const] : announcer.problemsOf(text);
      if (problems.length > 0) return { outcome: 'problems', problems, most: announcer.textLength };
      const [lease, holder] = [`announcing-${key}`, newId()];
      if (!(await leases.hold(lease, holder, PRESS_MS))) return { outcome: 'under-way' };
      try {
        return await announceOnce(dependencies, {
          ...{ order, announcer, key, text },
          winners: () => winnersShown(winnersIn(call, found), dependencies),
          isOurs: () => leases.hold(lease, holder, PRESS_MS),
        });
      } finally {
        await leases.release(lease, holder);
      }
    },
  };
}

/**
 * What has happened to a call and may be told: its end once it is known who won, and nothing of one that never opened. The
 * standing call is never over.
 */
function eventsOf(call: Call, found: readonly FoundWinners[], now: Date): AnnouncedEvent[] {
  if (isOpen(call, now)) return call.endChangedAt === undefined ? ['opened'] : ['opened', 'extended'];
  return hasEnded(call, now) && winnersIn(call, found) !== null ? ['closed'] : [];
}

async function readNews(
  dependencies: Pick<AnnouncementsDependencies, 'requests'>,
  call: Call,
  what: AnnouncedEvent,
  found: FoundWinners | null,
): Promise<News> {
  if (what !== 'closed') return { call, what, winners: [], made: 0 };
  const [winners, made] = await Promise.all([
    winnersShown(found, dependencies),
    dependencies.requests.count({ states: ['delivered'], callId: call.id, unmerged: true }),
  ]);
  return { call, what, winners, made };
}

async function draftsOf(dependencies: AnnouncementsDependencies, news: News): Promise<AnnouncementDraft[]> {
  const drafts = dependencies.announcers.map(async (announcer) => {
    const places = await announcer.places(news.call);
    const isNews = await Promise.all(places.map(({ id }) => isNewsIn(dependencies, news, id)));
    const told = places.filter((_, index) => isNews[index]);
    return Promise.all(told.map((place) => draftFor(dependencies, { announcer, place, news })));
  });
  return (await Promise.all(drafts)).flat();
}

/** Another end is news only where the opening was told before: who tells of that later tells the end with it. */
async function isNewsIn(
  { ownPosts }: Pick<AnnouncementsDependencies, 'ownPosts'>,
  { call, what }: Pick<News, 'call' | 'what'>,
  place: string,
): Promise<boolean> {
  if (what !== 'extended') return true;
  const opening = await ownPosts.find(announcementKey(call, 'opened', place));
  return opening !== null && opening.ref !== null && opening.intendedAt < (call.endChangedAt ?? '');
}

async function draftFor(
  { ownPosts }: Pick<AnnouncementsDependencies, 'ownPosts'>,
  { announcer, place, news }: { announcer: Announcer; place: AnnouncingPlace; news: News },
): Promise<AnnouncementDraft> {
  const { call, what, winners } = news;
  const known = await ownPosts.find(announcementKey(call, what, place.id));
  const words = Object.fromEntries(LOCALES.map((locale) => [locale, draftAnnouncement(announcer, locale, news)]));
  const [best] = winners;
  return {
    ...{ platform: announcer.id, place: place.id, placeName: place.name, spoken: place.locale },
    ...{ callId: call.id, what, theme: call.theme, textLength: announcer.textLength },
    words: words as Record<Locale, string>,
    clip: best ? { requestId: best.request.id, caption: best.request.clip.caption } : null,
    state: known?.ref ? 'posted' : known?.shown ? 'unclear' : 'draft',
    posted: known?.shown ?? null,
    ref: known?.ref ?? null,
  };
}

/** The intent and the text are saved first; an earlier press is looked for before anything is sent. */
async function announceOnce(
  dependencies: Pick<AnnouncementsDependencies, 'ownPosts' | 'clock' | 'makeSmaller'>,
  { order, announcer, key, text, winners, isOurs }: Press,
): Promise<AnnouncementOutcome> {
  const { ownPosts, clock } = dependencies;
  const { place, locale } = order;
  const [best] = order.withClip && order.what === 'closed' ? await winners() : [];
  let looked = false;
  try {
    const ref = await postOnce(
      { key, requestId: best?.request.id ?? null, kind: 'announcement', platform: announcer.id },
      {
        ownPosts,
        clock,
        isCurrent: isOurs,
        find: (intendedAt) => announcer.findAnnouncement({ key, place, intendedAt }),
        async post(intendedAt) {
          looked = true;
          await ownPosts.showed(key, text);
          const clip = best ? await clipFor(dependencies, best, announcer) : null;
          return announcer.announce({ key, intendedAt, place, text, locale, clip });
        },
      },
    );
    return ref ? { outcome: 'posted', ref } : { outcome: 'under-way' };
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    // Where it cannot be looked for, an earlier press may have got through all the same.
    const sent = !looked || (!error.neverSent && error.retryable);
    // What is certainly not there may be worded anew.
    if (!sent) await ownPosts.forget(key);
    return { outcome: 'failed', why: error.message, sent };
  }
}

async function clipFor(
  { makeSmaller }: Pick<AnnouncementsDependencies, 'makeSmaller'>,
  { request: { id, clip } }: ShownWinner,
  { rendition }: Announcer,
): Promise<AnnouncedClip | null> {
  const file = await makeSmaller(clip, rendition, AbortSignal.timeout(PRESS_MS));
  return file && { requestId: id, file, poster: clip.poster, altText: clip.altText };
}
