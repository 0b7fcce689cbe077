import {
  type Clock,
  type CursorStore,
  type Following,
  followFeed,
  type HistoryEntry,
  type HistoryFeed,
  type PromptRequest,
  type RequestStore,
} from '../requests/index.ts';
import type { ChatPlatform, OutgoingPost } from './chat-platform.ts';
import type { OwnPosts } from './own-posts.ts';
import type { Platforms } from './platforms.ts';
import { statusKey } from './post-keys.ts';
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

/**
 * Keeps one status post per request up to date where the platform allows such posts. It follows the history from a
 * cursor of its own, so a bot that was away catches up, and nobody who changes a request has to tell it.
 */
export function startStatusReporter(dependencies: StatusReporterDependencies): Following {
  const { history, cursors, onError } = dependencies;
  return followFeed({
    feed: history,
    position: {
      load: async () => (await cursors.load(FOLLOWER)) ?? history.beginning,
      save: (cursor) => cursors.save(FOLLOWER, cursor),
    },
    onError,
    handle: async (entries) => {
      const changed = new Set(entries.filter(isNews).map(({ requestId }) => requestId));
      await Promise.all([...changed].map((requestId) => report(dependencies, requestId)));
    },
  });
}

/** A status post says in which state a request is; the finer steps of a clip in the making are shown live elsewhere. */
function isNews({ from, to, event }: HistoryEntry): boolean {
  return from !== to || event.kind === 'escalated' || event.kind === 'shot-uncertain';
}

async function report(dependencies: StatusReporterDependencies, requestId: string): Promise<void> {
  const { platforms, requests, ownPosts, clock } = dependencies;
  const request = await requests.find(requestId);
  const platform = request && platforms.byId(request.post.platform);
  if (!request || !platform?.limits.statusPosts) return;
  const post = statusPost(request, await requests.placeInLine(request.id));
  const known = await ownPosts.find(post.key);
  if (known?.ref) await platform.edit(known.ref, post);
  else if (await mayBeginWith(request, platform)) await publishOnce(platform, post, { ownPosts, clock });
}

/** A request that was taken back before the bot said anything is not answered at all. */
async function mayBeginWith(request: PromptRequest, platform: ChatPlatform): Promise<boolean> {
  return request.state !== 'withdrawn' && (await platform.stillThere(request.post));
}

function statusPost(request: PromptRequest, place: number | null): OutgoingPost {
  return {
    kind: 'status',
    inReplyTo: request.post,
    key: statusKey(request.id),
    requestId: request.id,
    locale: request.locale,
    text: statusText(request, place),
    notify: request.requester,
    video: null,
  };
}
