import {
  type Clock,
  type CursorStore,
  type Following,
  followFeed,
  type HistoryEntry,
  type HistoryFeed,
  memberKey,
  type RequestStore,
  toInstant,
} from '../../requests/index.ts';
import type { VoteStore } from '../../voting/vote-store.ts';

export interface SupportersDependencies {
  requests: Pick<RequestStore, 'find' | 'history'>;
  votes: Pick<VoteStore, 'cast' | 'withdraw'>;
  history: HistoryFeed;
  cursors: CursorStore;
  clock: Clock;
  onError: (error: unknown) => void;
}

const FOLLOWER = 'supporters';

/**
 * Whoever asks for the same wants that request made, and counts as one of its votes: once, however often they ask, and on
 * whichever platform. Who goes their own way again counts no more. What a request stands for now is looked up each time, so
 * it may be told the same again.
 */
export function startCountingSupporters(dependencies: SupportersDependencies): Following {
  const { history, cursors, onError } = dependencies;
  return followFeed({
    feed: history,
    position: {
      load: async () => (await cursors.load(FOLLOWER)) ?? history.beginning,
      save: (cursor) => cursors.save(FOLLOWER, cursor),
    },
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
  // Who takes a request back supports nothing with it.
  const supported = request.state === 'withdrawn' ? null : (request.merged?.into ?? null);
  for (const id of await onceMergedInto(dependencies, requestId)) {
    if (id !== supported) await votes.withdraw({ kind: 'request', id }, voter);
  }
  const lead = supported === null ? null : await requests.find(supported);
  if (!lead || memberKey(lead.requester) === voter) return;
  await votes.cast({ kind: 'request', id: lead.id }, voter, toInstant(clock()));
}

async function onceMergedInto({ requests }: SupportersDependencies, requestId: string): Promise<Set<string>> {
  const entries = await requests.history(requestId);
  return new Set(entries.flatMap(({ event }) => (event.kind === 'merged' ? [event.into] : [])));
}
