import {
  type AdvanceDependencies,
  advance,
  type CursorStore,
  type Following,
  followFeed,
  type HistoryEntry,
  type HistoryFeed,
  isFresh,
  keptPosition,
  type PromptRequest,
  sharesWish,
} from '../../requests/index.ts';

/** What is folded by itself: nothing, what is asked in the very same words, or also what says the same in other words. */
export type Folding = 'off' | 'exact' | 'near';

export interface FoldingDependencies extends AdvanceDependencies {
  folding: Folding;
  history: HistoryFeed;
  cursors: CursorStore;
  onError: (error: unknown) => void;
}

const FOLLOWER = 'folding';

/**
 * Folds what is asked for again into the request that asked for it before, as long as that one's clip is still to come. It
 * follows the history, so it does so whatever screened the prompt and whenever; what is done already changes nothing.
 */
export function startFolding(dependencies: FoldingDependencies): Following {
  const { history, cursors, onError } = dependencies;
  return followFeed({
    feed: history,
    // What was asked before it was switched on has been seen by somebody.
    position: keptPosition(cursors, FOLLOWER, () => history.end()),
    onError,
    handle: async (entries) => {
      for (const entry of entries) await fold(dependencies, entry);
    },
  });
}

async function fold(dependencies: FoldingDependencies, { requestId, to, event }: HistoryEntry): Promise<void> {
  const { requests, folding } = dependencies;
  if (folding === 'off' || event.kind !== 'prompt-screened' || to !== 'in-review') return;
  const request = await requests.find(requestId);
  if (!request || !(await mayBeFolded(dependencies, request))) return;
  const alike = (await requests.askedAlike(request, folding)).filter((each) => sharesWish(request, each));
  const lead = leadOf([request, ...alike]);
  // Whoever asked first may have been screened last.
  for (const each of [request, ...alike]) {
    if (each.id === lead.id || !(await mayBeFolded(dependencies, each))) continue;
    await advance(dependencies, each, { kind: 'merged', into: lead.id, curator: null });
  }
}

/** What is on its way already, else what was asked for first. */
function leadOf(all: readonly [PromptRequest, ...PromptRequest[]]): PromptRequest {
  const placeOf = ({ state, askedAt, id }: PromptRequest) => `${state === 'in-review' ? 1 : 0} ${askedAt} ${id}`;
  return all.reduce((one, other) => (placeOf(other) < placeOf(one) ? other : one));
}

async function mayBeFolded({ requests }: FoldingDependencies, request: PromptRequest): Promise<boolean> {
  return isFresh(request, await requests.history(request.id));
}
