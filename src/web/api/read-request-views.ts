import type { PromptRequest } from '../../requests/index.ts';
import type { VoteTarget } from '../../voting/vote-store.ts';
import type { RequestView } from './contract.ts';
import { NOBODY, readSupport } from './read-support.ts';
import { requestView } from './request-view.ts';
import type { Viewer } from './viewer.ts';
import type { WebDependencies } from './web-dependencies.ts';

export type ReadRequestViews = (requests: readonly PromptRequest[], viewer: Viewer) => Promise<RequestView[]>;

/** Views of many requests at once, in their order: one question of each kind for all of them. */
export function createReadRequestViews(
  dependencies: Pick<WebDependencies, 'votes' | 'requests' | 'xRecords'>,
): ReadRequestViews {
  const { votes, requests: store, xRecords } = dependencies;

  async function placesOf(requests: readonly PromptRequest[]): Promise<Map<string, number | null>> {
    const approved = requests.filter(({ state }) => state === 'approved').map(({ id }) => id);
    const places = await store.placesInLine(approved);
    return new Map(approved.map((id, index) => [id, places[index] ?? null]));
  }

  return async (requests, viewer) => {
    const targets = (kind: VoteTarget['kind']) => requests.map(({ id }): VoteTarget => ({ kind, id }));
    const [support, places, likes] = await Promise.all([
      readSupport(votes, [...targets('request'), ...targets('clip')], viewer),
      placesOf(requests),
      xRecords.likesOf(requests.flatMap((request) => replyOnX(request) ?? [])),
    ]);
    return requests.map((request, index) => {
      const beside = {
        placeInLine: places.get(request.id) ?? null,
        support: support[index] ?? NOBODY,
        clipSupport: support[requests.length + index] ?? NOBODY,
        likesOnX: likes.get(replyOnX(request) ?? '') ?? null,
      };
      return requestView(request, beside, viewer);
    });
  };
}

function replyOnX(request: PromptRequest): string | null {
  return request.state === 'delivered' && request.reply.platform === 'x' ? request.reply.id : null;
}
