import {
  type Clock,
  type CursorStore,
  type Following,
  followFeed,
  type HistoryEntry,
  type HistoryFeed,
  keptPosition,
  type PromptRequest,
  placeBehind,
  type RequestStore,
  SETTLED_STATES,
  wasPassedOver,
} from '../requests/index.ts';
import { say } from '../wording/index.ts';
import type { ChatPlatform, OutgoingPost } from './chat-platform.ts';
import { createFairSlots } from './fair-slots.ts';
import type { OwnPosts } from './own-posts.ts';
import { createPacedRuns, type PacedRuns } from './paced-runs.ts';
import type { Platforms } from './platforms.ts';
import { questionKey, statusKey } from './post-keys.ts';
import { publishOnce } from './publish-once.ts';
import { statusText } from './texts.ts';

export interface StatusReporterDependencies {
  platforms: Platforms;
  history: HistoryFeed;
  cursors: CursorStore;
  requests: RequestStore;
  ownPosts: OwnPosts;
  clock: Clock;
  onError: (error: unknown) => void;
}

const FOLLOWER = 'status-posts';
/** Ten thousand statuses at once would keep those who ask from the records; a channel takes five in five seconds. */
const SLOTS = { atOnce: 30, perGroup: 5 };

/**
 * Keeps one status post per request up to date where the platform allows such posts. It follows the history from a
 * cursor of its own, so a bot that was away catches up, and nobody who changes a request has to tell it. Each post is
 * edited at its platform's pace, whatever the others wait for; the cursor stays behind what is not told yet.
 */
export function startStatusReporter(dependencies: StatusReporterDependencies): Following {
  const { history, cursors, onError } = dependencies;
  const shown = new Map<string, string>();
  const slots = createFairSlots(SLOTS);
  const runs = createPacedRuns({
    run: (key) => slots.run(channelIn(key), () => report(dependencies, requestIn(key), shown)),
    onGivenUp: onError,
  });
  const { position, behind } = placeBehind(
    keptPosition(cursors, FOLLOWER, () => history.beginning),
    onError,
  );
  const following = followFeed({
    feed: history,
    position,
    onError,
    handle: async (entries) => {
      const changed = new Map<string, boolean>();
      for (const entry of entries) {
        const { requestId } = entry;
        if (isNews(entry)) changed.set(requestId, true);
        else if (isProgress(entry) && !changed.has(requestId)) changed.set(requestId, false);
      }
      const requests = await dependencies.requests.findMany([...changed.keys()]);
      const asked = await Promise.all(
        requests.map(async (request) => {
          const isNew = changed.get(request.id) ?? false;
          return { isNew, done: await askFor(dependencies, runs, request, isNew) };
        }),
      );
      // How far a clip is need not be told after all when the process ends.
      behind(asked.filter(({ isNew }) => isNew).map(({ done }) => done.promise));
    },
  });
  return {
    caughtUp: following.caughtUp,
    async close() {
      await following.close();
      slots.close();
      await runs.close();
    },
  };
}

/** Under which a status is kept at its pace: in which channel, of which request. */
function runKey({ id, post }: PromptRequest): string {
  return `${post.channel} ${id}`;
}
const requestIn = (key: string) => key.slice(key.lastIndexOf(' ') + 1);
const channelIn = (key: string) => key.slice(0, key.lastIndexOf(' '));

/** Asks for a report where the platform wants it; a promise inside an object, so that awaiting it does not wait. */
async function askFor(
  { platforms, ownPosts, clock }: StatusReporterDependencies,
  runs: PacedRuns,
  request: PromptRequest,
  isNew: boolean,
): Promise<{ promise: Promise<void> }> {
  const nothing = { promise: Promise.resolve() };
  const limits = platforms.byId(request.post.platform)?.limits;
  if (!limits || !(limits.statusPosts || (limits.declinePosts && cameToNothing(request)))) return nothing;
  if (!isNew && limits.progressForMs === 0) return nothing;
  if (!isNew) {
    const known = await ownPosts.find(statusKey(request.id));
    if (!known || clock().getTime() - Date.parse(known.intendedAt) > limits.progressForMs) return nothing;
  }
  return { promise: runs.ask(runKey(request), limits.editEveryMs) };
}

const SAID_IN_POST: readonly HistoryEntry['event']['kind'][] = [
  ...(['escalated', 'shot-uncertain', 'appealed', 'appeal-dismissed'] as const),
];

/** A status post says in which state a request is. */
function isNews({ from, to, event }: HistoryEntry): boolean {
  return from !== to || SAID_IN_POST.includes(event.kind);
}

/** There will be no clip to answer with. */
function cameToNothing({ state }: PromptRequest): boolean {
  return state === 'refused' || state === 'declined' || state === 'blocked' || state === 'failed';
}

/** No curator has had it in hand: what was asked long ago is not answered by itself. */
function isUntouched(request: PromptRequest): boolean {
  const { state } = request;
  return state === 'received' || state === 'in-review' || state === 'refused' || wasPassedOver(request);
}

/** The finer steps of a clip in the making, for where they are shown in the post itself. */
function isProgress({ event }: HistoryEntry): boolean {
  return event.kind === 'shot-progressed' || event.kind === 'shot-rendered' || event.kind === 'shot-downloaded';
}

async function report(
  dependencies: StatusReporterDependencies,
  requestId: string,
  shown: Map<string, string>,
): Promise<void> {
  const { platforms, requests, ownPosts, clock } = dependencies;
  const request = await requests.find(requestId);
  const platform = request && platforms.byId(request.post.platform);
  if (!request || !platform) return;
  const post = statusPost(request, await requests.placeInLine(request.id), platform);
  if (shown.get(requestId) === post.text) return;
  const known = await ownPosts.find(post.key);
  if (!known && request.late && isUntouched(request)) return;
  if (known?.ref) await platform.edit(known.ref, post);
  else if (await mayBeginWith(request, platform)) await publishOnce(platform, post, { ownPosts, clock });
  await askBack(dependencies, request, platform);
  if (isSettled(request)) shown.delete(requestId);
  else shown.set(requestId, post.text);
}

/** An edit of the status pings nobody, so a question is a post of its own. */
async function askBack(
  { ownPosts, clock }: StatusReporterDependencies,
  request: PromptRequest,
  platform: ChatPlatform,
): Promise<void> {
  if (request.state !== 'held' || request.hold.kind !== 'question' || !platform.limits.statusPosts) return;
  const { id, locale, post, requester, questions = [] } = request;
  const asked = questions.at(-1);
  if (!asked) return;
  await publishOnce(
    platform,
    {
      ...{ kind: 'answer', inReplyTo: post, key: questionKey(id, questions.length), requestId: id, locale },
      ...{ text: say(locale, 'question-asked', { question: asked.words }), notify: requester, video: null },
    },
    { ownPosts, clock },
  );
}

function isSettled({ state }: PromptRequest): boolean {
  return (SETTLED_STATES as readonly string[]).includes(state);
}

/** A request that was taken back before the bot said anything is not answered at all. */
async function mayBeginWith(request: PromptRequest, platform: ChatPlatform): Promise<boolean> {
  return request.state !== 'withdrawn' && (await platform.stillThere(request.post));
}

function statusPost(request: PromptRequest, place: number | null, { limits }: ChatPlatform): OutgoingPost {
  return {
    kind: 'status',
    inReplyTo: request.post,
    key: statusKey(request.id),
    requestId: request.id,
    locale: request.locale,
    text: statusText(request, place, { withBar: limits.progressForMs > 0, appeals: limits.appeals }),
    notify: request.requester,
    video: null,
  };
}
