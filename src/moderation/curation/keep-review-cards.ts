import { createHash } from 'node:crypto';
import { createFairSlots } from '../../bots/fair-slots.ts';
import type { OwnPosts } from '../../bots/own-posts.ts';
import { createPacedRuns } from '../../bots/paced-runs.ts';
import { cardKey } from '../../bots/post-keys.ts';
import { postOnce } from '../../bots/post-once.ts';
import {
  AdapterError,
  type CursorStore,
  type Feed,
  type FeedCursor,
  type Following,
  followFeed,
  type HistoryEntry,
  type HistoryFeed,
  keptPosition,
  type PostRef,
  type PromptRequest,
  placeBehind,
  type RequestStore,
  SETTLED_STATES,
  secondLookOf,
} from '../../requests/index.ts';
import type { ClaimStore } from './claim-store.ts';
import { followClaims } from './follow-claims.ts';
import { type Need, needsOf } from './needs-of.ts';
import { createPacedTurns } from './paced-turns.ts';
import { type ReviewCardDependencies, readCardOf } from './read-review-card.ts';
import type { ReviewCard } from './review-card.ts';
import { PLACE_SHUT, type ReviewSurface } from './review-surface.ts';
import type { TranslationStore } from './translation-store.ts';

export interface ReviewCardsDependencies extends ReviewCardDependencies {
  surface: ReviewSurface;
  requests: RequestStore;
  claims: ClaimStore;
  history: HistoryFeed;
  cursors: CursorStore;
  /** Made at the desk as well as by a press on a card. */
  translations: TranslationStore;
  ownPosts: OwnPosts;
  /** False once another process may have taken over. */
  isOurs: () => boolean;
  onError: (error: unknown) => void;
}

/** What was given up, because a channel was gone for too long, is found again after this. */
const SWEEP_EVERY_MS = 10 * 60 * 1000;
/** Votes are in no history. */
const LOOK_AT_VOTES_EVERY_MS = 60 * 1000;
const PAGE = 100;
/** Ten thousand cards at once would keep those who ask from the records. */
const AT_ONCE = 4;

/**
 * Keeps one card on a surface for all that a curator has to settle. It follows the history from a cursor of its own, so
 * whoever decides, here or elsewhere, tells nobody; and it knows nothing that is not in the records.
 */
export function startReviewCards(dependencies: ReviewCardsDependencies): Following {
  const { surface, requests, history, translations, cursors, ownPosts, claims, votes, clock, isOurs, onError } =
    dependencies;
  const { editEveryMs, freelyForMs, oldEditEveryMs } = surface.pace;
  const follower = `review-cards-${surface.id}`;
  const closing = new AbortController();
  // Posts and edits have limits of their own: what was decided need not wait for what is new.
  const posting = createPacedTurns(0, closing.signal);
  const oldEdits = createPacedTurns(oldEditEveryMs, closing.signal);
  /** How many supported the request when its card was drawn, of cards that may be edited freely. */
  const support = new Map<string, number>();
  const slots = createFairSlots({ atOnce: AT_ONCE, perGroup: AT_ONCE });
  const runs = createPacedRuns({
    run: (requestId) => slots.run('', () => bringUpToDate(requestId)),
    onGivenUp: onError,
  });

  const ask = (requestId: string): Promise<void> => runs.ask(requestId, editEveryMs);

  async function bringUpToDate(requestId: string): Promise<void> {
    const request = await requests.find(requestId);
    if (!request) return;
    for (const need of needsOf(await requests.history(requestId))) await keepCard(request, need);
  }

  async function keepCard(request: PromptRequest, need: Need): Promise<void> {
    const key = cardKey(request.id, need.since);
    const known = await ownPosts.find(key);
    const ref = known?.ref ?? (known && need.ended ? await findLost(request, known) : null);
    if (known && ref) {
      if ((await editCard(request, need, { ...known, ref })) !== 'gone') return;
      await ownPosts.forget(key);
    }
    if (need.ended || request.state === 'received') return;
    if (!known && (await surface.placeFor(request)) === null) return;
    await posting(() => postCard(request.id, need)).catch((error: unknown) => {
      // Found by a sweep once there is a place again, this one or another.
      if (!(error instanceof AdapterError) || error.code !== PLACE_SHUT) throw error;
    });
  }

  /** The process died before it was saved where the card stands, and meanwhile the request was decided. */
  async function findLost(request: PromptRequest, { key, intendedAt }: { key: string; intendedAt: string }) {
    const place = await surface.placeFor(request);
    const ref = place && (await surface.find(place, key, intendedAt));
    if (ref) await ownPosts.posted(key, ref);
    return ref;
  }

  /** When its turn has come, the request may have been decided, or the channel be another. */
  async function postCard(requestId: string, { since }: Need): Promise<void> {
    const request = await requests.find(requestId);
    const need = request && needsOf(await requests.history(requestId)).at(-1);
    const place = request && (await surface.placeFor(request));
    if (!request || request.state === 'received' || !place || !need || need.ended || need.since !== since) return;
    const card = await readCardOf(dependencies, request, need, place.locale);
    const ref = await postOnce(
      { key: card.key, requestId, kind: 'card', platform: surface.id },
      {
        ownPosts,
        clock,
        isCurrent: async () => isOurs(),
        find: (from) => surface.find(place, card.key, from),
        post: (from) => surface.post(card, place, from),
      },
    );
    if (!ref) return;
    await ownPosts.showed(card.key, markOf(card, await surface.markOf(card, place)));
    remember(card, false);
  }

  async function editCard(
    request: PromptRequest,
    need: Need,
    { key, ref, shown, intendedAt }: { key: string; ref: PostRef; shown: string | null; intendedAt: string },
  ): Promise<'edited' | 'gone'> {
    const place = await surface.placeAt(ref.channel);
    const card = await readCardOf(dependencies, request, need, place.locale);
    const mark = markOf(card, await surface.markOf(card, place));
    const isOld = clock().getTime() - Date.parse(intendedAt) > freelyForMs;
    remember(card, isOld);
    if (mark === shown) return 'edited';
    const files = essenceOf(mark) !== essenceOf(shown ?? '');
    if (isOld && !files) return 'edited';
    const edit = () => surface.edit(ref, card, place, { files });
    const outcome = isOld ? await oldEdits(edit) : await edit();
    if (outcome === 'edited') await ownPosts.showed(key, mark);
    return outcome;
  }

  function remember({ request, details }: ReviewCard, isOld: boolean): void {
    if (details && !isOld) support.set(request.id, details.votes);
    else support.delete(request.id);
  }

  async function lookAtVotes(): Promise<void> {
    const ids = [...support.keys()];
    const tallies = await votes.tallies(ids.map((id) => ({ kind: 'request', id })));
    ids.forEach((id, index) => {
      if (tallies[index]?.votes !== support.get(id)) void ask(id);
    });
  }

  /** Asks for every card that is missing, or says that somebody decides who may have let go meanwhile. */
  async function sweep(): Promise<void> {
    for (const waiting of [{ states: ['in-review'] as const }, { needsAttention: true }]) {
      for (let offset = 0; !closing.signal.aborted; offset += PAGE) {
        const page = await requests.list({ ...waiting, order: 'oldest', limit: PAGE, offset });
        const histories = await requests.histories(page.map(({ id }) => id));
        for (const [index, { id }] of page.entries()) {
          const need = needsOf(histories[index] ?? []).at(-1);
          const known = need && (await ownPosts.find(cardKey(id, need.since)));
          if (need && (!known?.ref || saysHeld(known.shown))) void ask(id);
        }
        if (page.length < PAGE) break;
      }
    }
  }

  let sweeping: Promise<void> = Promise.resolve();
  const now = () => {
    sweeping = sweeping.then(sweep).catch(onError);
  };
  const timers = [
    setInterval(now, SWEEP_EVERY_MS),
    setInterval(() => void lookAtVotes().catch(onError), LOOK_AT_VOTES_EVERY_MS),
  ];
  for (const timer of timers) timer.unref();
  const stopPlaces = surface.onPlacesChanged(now);
  const holders = followClaims({ claims, clock, onChange: (ids) => ids.forEach((id) => void ask(id)), onError });
  function follow<Entry extends { requestId: string }>(
    feed: Feed<Entry> & { end(): Promise<FeedCursor> },
    name: string,
    concerns: (entry: Entry) => boolean,
  ): Following {
    const { position, behind } = placeBehind(
      keptPosition(cursors, name, () => feed.end()),
      onError,
    );
    return followFeed({
      ...{ feed, position, onError },
      handle: async (entries) => {
        const changed = new Set(entries.filter(concerns).map(({ requestId }) => requestId));
        behind([...changed].map(ask));
      },
    });
  }
  const following = [
    follow(history, follower, isNews),
    follow(translations, `${follower}-translations`, () => true),
  ] as const;
  // What waited before there was a review channel at all, or changed while nobody was here.
  now();
  return {
    caughtUp: Promise.all(following.map(({ caughtUp }) => caughtUp)).then(() => {}),
    async close() {
      closing.abort();
      for (const timer of timers) clearInterval(timer);
      stopPlaces();
      await holders.close();
      await Promise.all(following.map((each) => each.close()));
      await sweeping;
      slots.close();
      await runs.close();
    },
  };
}

/** How far a clip is, curators are not told. */
function isNews({ from, to, event }: HistoryEntry): boolean {
  if (from !== to) return true;
  // The first of two approvals, or of two releases, leaves it where it is.
  const more: readonly string[] = [
    'approved',
    'clip-released',
    'escalated',
    'shot-uncertain',
    'shot-restarted',
    'shot-started',
    'prompt-edited',
    'still-asked',
    'still-made',
    'still-failed',
    'still-uncertain',
    'still-left-out',
    'reported',
    'reports-dismissed',
    'appealed',
    'appeal-dismissed',
    'let-rest',
  ];
  return more.includes(event.kind);
}

/** What a curator must know of first, then all that is seen, then whether it says that somebody decides. */
function markOf({ request, kind, ended, details }: ReviewCard, looks: string): string {
  const { state, prompt, options, picture } = request;
  const escalated = request.state === 'in-review' && request.escalated;
  const first = secondLookOf(request)?.first;
  const still = request.state === 'in-review' && request.still ? [request.still.state, request.still.prompt] : null;
  const reports = request.state === 'delivered' ? (request.reports?.length ?? 0) : 0;
  const translated = details?.translation.standing === 'translated' ? [details.translation.text] : [];
  const cameOf = ended && SETTLED_STATES.some((each) => each === state) ? state : 'under way';
  const stands = ended
    ? [ended.version, cameOf]
    : [state, prompt, options, picture, escalated, first, reports, ...(still ? [still] : []), ...translated];
  const essence = JSON.stringify([kind, ...stands]);
  return [hash(essence), hash(looks), ...(details?.claim ? [HELD] : [])].join('.');
}

const HELD = 'held';
const essenceOf = (mark: string) => mark.split('.')[0];
const saysHeld = (mark: string | null) => mark?.endsWith(`.${HELD}`) ?? false;
const hash = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 16);
