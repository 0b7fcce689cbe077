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
  async function requestOf({ post, answers }: Thread): Promise<PromptRequest | null> {
    if (answers.length === 0 && post.removed) return null;
    const id = post.requestId ?? answers.find((answer) => answer.inReplyTo === post.id && answer.requestId)?.requestId;
    return id ? requests.find(id) : requests.findByPost({ platform: ROOM, id: post.id });
  }

  return async (threads, viewer) => {
    const found = await Promise.all(threads.map(requestOf));
    const shown = found.filter((request) => request !== null && isShownTo(request, viewer)) as PromptRequest[];
    const views = new Map((await readRequestViews(shown, viewer)).map((view) => [view.id, view]));
    return threads.map((thread, index) => {
      const request = found[index] ?? null;
      return threadView(thread, request, (request && views.get(request.id)) ?? null, viewer);
    });
  };
}
