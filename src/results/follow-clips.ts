import {
  type CursorStore,
  type Following,
  followFeed,
  type HistoryEntry,
  type HistoryFeed,
  keptPosition,
  type PromptRequest,
  type RequestStore,
} from '../requests/index.ts';
import type { FoundBy, GalleryStore } from './gallery-store.ts';

const FOLLOWER = 'gallery';

export interface FollowClipsDependencies {
  history: HistoryFeed;
  cursors: CursorStore;
  requests: Pick<RequestStore, 'findMany'>;
  gallery: Pick<GalleryStore, 'keep' | 'hide'>;
  onError: (error: unknown) => void;
}

/** Keeps what the gallery is searched by: it follows the history, from the very first entry where it never did before. */
export function followClips({ history, cursors, requests, gallery, onError }: FollowClipsDependencies): Following {
  return followFeed({
    feed: history,
    position: keptPosition(cursors, FOLLOWER, () => history.beginning),
    onError,
    async handle(entries) {
      const ids = [...new Set(entries.filter(concernsTheGallery).map(({ requestId }) => requestId))];
      if (ids.length === 0) return;
      const found = await requests.findMany(ids);
      const shown = found.flatMap(foundBy);
      if (shown.length > 0) await gallery.keep(shown);
      const kept = new Set(shown.map(({ requestId }) => requestId));
      const hidden = ids.filter((id) => !kept.has(id));
      if (hidden.length > 0) await gallery.hide(hidden);
    },
  });
}

function concernsTheGallery({ from, to }: HistoryEntry): boolean {
  return (to === 'delivered') !== (from === 'delivered');
}

function foundBy(request: PromptRequest): FoundBy[] {
  // What was merged into another has that one's clip, which stands there already.
  if (request.state !== 'delivered' || request.merged) return [];
  const { id, parentId, deliveredAt, approval, requester } = request;
  const { style = '' } = approval.options;
  return [{ requestId: id, parentId, deliveredAt, style, texts: [approval.prompt, style, requester.name] }];
}
