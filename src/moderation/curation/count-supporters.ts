import {
  type Clock,
  type CursorStore,
  type Following,
  followFeed,
  type HistoryEntry,
  type HistoryFeed,
  keptPosition,
  memberKey,
  type PromptRequest,
  type RequestStore,
  toInstant,
} from '../../requests/index.ts';
import type { VoteStore } from '../../voting/vote-store.ts';

export interface SupportersDependencies {
  requests: Pick<RequestStore, 'find' | 'history' | 'list'>;
  votes: Pick<VoteStore, 'cast' | 'withdraw'>;
  history: HistoryFeed;
  cursors: CursorStore;
  clock: Clock;
  onError: (error: unknown) => void;
}

const FOLLOWER = 'supporters';
/** Of one member's newest, so many are looked through for others that stand behind the same request. */
const MOST_OF_ONE = 200;

/**
 * Whoever asks for the same wants that request made, and counts as one of its votes: once, however often they ask, and on
 * whichever platform. Who goes their own way again counts no more. What a request stands for now is looked up each time, so
 * it may be told the same again.
 */
export function startCountingSupporters(dependencies: SupportersDependencies): Following {
  const { history, cursors, onError } = dependencies;
  return followFeed({
    feed: history,
    position: keptPosition(cursors, FOLLOWER, () => history.beginning),
    onError,
    handle: async (entries) => {
      for (const entry of entries) await count(dependencies, entry);
    },
  });
}

async function count(dependencies: SupportersDependencies, { requestId, from, event }: HistoryEntry): Promise<void> {
  const { requests, votes, clock } = dependencies;
  if (event.kind !== 'merged' && from !== 'merged') return;
  const request = await requests.find(requestId);
  if (!request) return;
  const voter = memberKey(request.requester);
  const supported = supportedBy(request);
  const theirs = await requests.list({ requester: voter, order: 'newest', limit: MOST_OF_ONE });
  const supports = new Set([supported, ...theirs.map(supportedBy)]);
  for (const id of await onceMergedInto(dependencies, requestId)) {
    if (!supports.has(id)) await votes.withdraw({ kind: 'request', id }, voter);
  }
  const lead = supported === null ? null : await requests.find(supported);
  if (!lead || memberKey(lead.requester) === voter) return;
  await votes.cast({ kind: 'request', id: lead.id }, voter, toInstant(clock()));
}

/** Who takes a request back supports nothing with it. */
function supportedBy({ state, merged }: PromptRequest): string | null {
  return state === 'withdrawn' ? null : (merged?.into ?? null);
}

async function onceMergedInto({ requests }: SupportersDependencies, requestId: string): Promise<Set<string>> {
  const entries = await requests.history(requestId);
  return new Set(entries.flatMap(({ event }) => (event.kind === 'merged' ? [event.into] : [])));
}
