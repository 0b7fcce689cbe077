import type { PromptRequest } from '../../requests/index.ts';
import type { ThreadView } from './contract.ts';
import type { ReadRequestViews } from './read-request-views.ts';
import { type Thread, threadView } from './thread-view.ts';
import { isShownTo, type Viewer } from './viewer.ts';
import { ROOM } from './visitors.ts';
import type { WebDependencies } from './web-dependencies.ts';

export type ReadThreadViews = (threads: readonly Thread[], viewer: Viewer) => Promise<ThreadView[]>;

export function createReadThreadViews(
  { requests }: Pick<WebDependencies, 'requests'>,
  readRequestViews: ReadRequestViews,
): ReadThreadViews {
  /** The bot's answers name the request; a post that was not answered yet is looked up. */
  const idOf = ({ post, answers }: Thread) =>
    post.requestId ?? answers.find((answer) => answer.inReplyTo === post.id && answer.requestId)?.requestId ?? null;

  async function requestsOf(threads: readonly Thread[]): Promise<(PromptRequest | null)[]> {
    const silent = threads.filter((thread) => idOf(thread) === null && !isGone(thread)).map(({ post }) => post.id);
    const [named, asked] = await Promise.all([
      requests.findMany(threads.flatMap((thread) => (isGone(thread) ? [] : (idOf(thread) ?? [])))),
      requests.findByPosts(silent.map((id) => ({ platform: ROOM, id }))),
    ]);
    const byId = new Map(named.map((request) => [request.id, request]));
    const byPost = new Map(silent.map((id, index) => [id, asked[index] ?? null]));
    return threads.map((thread) => byId.get(idOf(thread) ?? '') ?? byPost.get(thread.post.id) ?? null);
  }

  return async (threads, viewer) => {
    const found = await requestsOf(threads);
    const shown = found.filter((request) => request !== null && isShownTo(request, viewer)) as PromptRequest[];
    const views = new Map((await readRequestViews(shown, viewer)).map((view) => [view.id, view]));
    return threads.map((thread, index) => {
      const request = found[index] ?? null;
      return threadView(thread, request, (request && views.get(request.id)) ?? null, viewer);
    });
  };
}

/** Removed before anybody answered it: nothing became of it. */
function isGone({ post, answers }: Thread): boolean {
  return answers.length === 0 && post.removed;
}
