import {
  type AdvanceDependencies,
  advance,
  type CursorStore,
  type Following,
  fateOf,
  followFeed,
  type HistoryEntry,
  type HistoryFeed,
  keptPosition,
  type PromptRequest,
  type RequestIn,
  type RequestState,
  takesDownAll,
} from '../../requests/index.ts';

export interface MergesDependencies extends AdvanceDependencies {
  history: HistoryFeed;
  cursors: CursorStore;
  onError: (error: unknown) => void;
}

const FOLLOWER = 'merges';
/** So many of a thousand that share a fate are read at once. */
const TOGETHER = 100;

/**
 * Lets requests share the fate of the one that they were merged into. It follows the history from a cursor of its own, so
 * nobody who decides has to think of them; each step says the same however often it is taken, so what was half done when
 * the process died is done when it is read again.
 */
export function startMerges(dependencies: MergesDependencies): Following {
  const { history, cursors, onError } = dependencies;
  return followFeed({
    feed: history,
    position: keptPosition(cursors, FOLLOWER, () => history.beginning),
    onError,
    handle: (entries) => handle(dependencies, entries),
  });
}

async function handle(dependencies: MergesDependencies, entries: readonly HistoryEntry[]): Promise<void> {
  const moved = entries.filter(({ from, to, event }) => from !== to || event.kind === 'merged');
  const ids = [...new Set(moved.map(({ requestId }) => requestId))];
  const counts = await dependencies.requests.mergedCounts(ids);
  const leads = new Set(ids.filter((_, place) => (counts[place] ?? 0) > 0));
  for (const { requestId, to, event } of moved) {
    if (event.kind === 'merged' || to === 'delivered') await settleOne(dependencies, requestId);
    if (!leads.has(requestId)) continue;
    if (event.kind === 'prompt-edited') await letGo(dependencies, requestId);
    else await settleAll(dependencies, requestId);
  }
}

/** One that was merged into another just now, or was answered with its clip. */
async function settleOne(dependencies: MergesDependencies, requestId: string): Promise<void> {
  const request = await dependencies.requests.find(requestId);
  if (!request?.merged) return;
  const lead = await dependencies.requests.find(request.merged.into);
  if (lead?.state === 'merged') await moveOn(dependencies, request, lead);
  else if (lead === null || fateOf(lead) === 'alone') await comeApart(dependencies, request, lead);
  else await settle(dependencies, request, lead);
}

/** All that were merged into one that changed. */
async function settleAll(dependencies: MergesDependencies, leadId: string): Promise<void> {
  const lead = await dependencies.requests.find(leadId);
  if (!lead) return;
  if (takesDownAll(lead)) {
    await forEach(dependencies, leadId, ['delivered'], (request) => takeDown(dependencies, request, lead));
  }
  if (lead.state === 'merged') {
    await forEach(dependencies, leadId, ['merged'], (request) => moveOn(dependencies, request, lead));
  } else if (fateOf(lead) === 'alone') await letGo(dependencies, leadId);
  else if (fateOf(lead) !== 'wait') {
    await forEach(dependencies, leadId, ['merged'], (request) => settle(dependencies, request, lead));
  }
}

async function settle(dependencies: MergesDependencies, request: PromptRequest, lead: PromptRequest): Promise<boolean> {
  const fate = fateOf(lead);
  if (typeof fate === 'string') return false;
  return (await advance(dependencies, request, { kind: 'fate-shared', of: lead.id, fate })).applies;
}

/** A clip that was taken down for what it shows is shown nowhere. */
async function takeDown({ requests, clock }: MergesDependencies, request: PromptRequest, lead: RequestIn<'removed'>) {
  const { by, reason } = lead;
  return (await advance({ requests, clock }, request, { kind: 'taken-down', by, reason })).applies;
}

/** Its clip is gone, or it will have none: what was answered goes with it where it must, what waits goes its own way. */
async function comeApart(dependencies: MergesDependencies, request: PromptRequest, lead: PromptRequest | null) {
  if (request.state === 'merged') await letGo(dependencies, request.merged.into);
  else if (request.state === 'delivered' && lead && takesDownAll(lead)) await takeDown(dependencies, request, lead);
}

/**
 * Those that waited for one that goes its own way go on without it: the first of them waits for a curator again, and the
 * others for that one. That one last, so that whoever comes after a crash finds it in its place still.
 */
async function letGo(dependencies: MergesDependencies, leadId: string): Promise<void> {
  const [first] = await dependencies.requests.mergedInto(leadId, { states: ['merged'], limit: 1 });
  if (!first) return;
  await forEach(dependencies, leadId, ['merged'], async ({ id }) => {
    if (id === first.id) return false;
    return (await advance(dependencies, id, { kind: 'merged', into: first.id, curator: null })).applies;
  });
  await advance(dependencies, first, { kind: 'unmerged', into: leadId, curator: null });
}

/** The one it was merged into was merged into another: it belongs there. */
async function moveOn(dependencies: MergesDependencies, request: PromptRequest, lead: RequestIn<'merged'>) {
  const way = [request, lead];
  for (let next: PromptRequest | null = lead; next?.state === 'merged'; ) {
    next = await dependencies.requests.find(next.merged.into);
    if (next && way.some(({ id }) => id === next?.id)) return breakCircle(dependencies, way);
    if (next) way.push(next);
  }
  const last = way.at(-1) as PromptRequest;
  return (await advance(dependencies, request, { kind: 'merged', into: last.id, curator: null })).applies;
}

/** Two curators merged two requests into each other at the same moment: the one asked for first is waited for. */
async function breakCircle(dependencies: MergesDependencies, circle: readonly PromptRequest[]): Promise<boolean> {
  const placeOf = ({ askedAt, id }: PromptRequest) => `${askedAt} ${id}`;
  const first = circle.reduce((one, other) => (placeOf(other) < placeOf(one) ? other : one));
  if (first.state !== 'merged') return false;
  const event = { kind: 'unmerged', into: first.merged.into, curator: null } as const;
  return (await advance(dependencies, first, event)).applies;
}

/** Until there are no more, or none of those that are left changes any more. */
async function forEach(
  { requests }: MergesDependencies,
  leadId: string,
  states: readonly RequestState[],
  act: (request: PromptRequest) => Promise<boolean>,
): Promise<void> {
  for (;;) {
    const page = await requests.mergedInto(leadId, { states, limit: TOGETHER });
    const changed: boolean[] = [];
    for (const request of page) changed.push(await act(request));
    if (page.length < TOGETHER || !changed.includes(true)) return;
  }
}
