import type { HistoryEntry } from './history.ts';
import type { PromptRequest } from './request.ts';

/** In the place of whoever asked, and of where. */
export const FORGOTTEN = 'forgotten';

/** Texts by these names are codes and moments of ours, or name a curator or a machine; all others may be a person's. */
const KEPT = new Set([
  ...[
    'kind',
    'state',
    'outcome',
    'policy',
    'source',
    'screenedBy',
    'reason',
    'during',
    'appealOf',
    'engine',
    'maker',
    'curator',
    'first',
    'firstRelease',
    'blockedBy',
    'of',
    'against',
    'into',
  ],
  ...['at', 'askedAt', 'changedAt', 'intendedAt', 'startedAt', 'deliveredAt', 'locale', 'sound', 'type'],
]);
/**
 * What an entry's seal holds whatever is forgotten; a part of `KEPT`, so that forgetting leaves it. What is sealed already
 * was sealed by these names: they stay as they are, whatever is added to `KEPT`.
 */
const SEALED = new Set([
  ...['kind', 'state', 'outcome', 'policy', 'source', 'reason', 'during', 'engine', 'curator', 'first', 'at'],
]);
/** Measures and money are no secret of anybody's; a seed is chosen by a person. */
const DROPPED_NUMBERS = new Set(['seed']);

/** What may stay of a request when its requester is forgotten: that there was one, how it went and what it cost. */
export function forgetRequest(request: PromptRequest): PromptRequest {
  const { id, callId } = request;
  const mark = { platform: FORGOTTEN, id };
  return {
    ...(withoutWords(request, '', isKept) as PromptRequest),
    id,
    callId,
    requester: { ...mark, name: '' },
    post: { ...mark, channel: '' },
    picture: null,
    parentId: null,
  };
}

export function forgetEvent({ event }: Pick<HistoryEntry, 'event'>): HistoryEntry['event'] {
  return withoutWords(event, '', isKept) as HistoryEntry['event'];
}

/** The same of an event before and after its words are forgotten. */
export function essenceOf({ event }: Pick<HistoryEntry, 'event'>): unknown {
  return withoutWords(event, '', (_text, name) => SEALED.has(name));
}

type Keeps = (text: string, name: string) => boolean;

const isKept: Keeps = (text, name) => KEPT.has(name) || (name === 'by' && !isMemberKey(text));

function withoutWords(value: unknown, name: string, keeps: Keeps): unknown {
  if (typeof value === 'string') return keeps(value, name) ? value : '';
  if (typeof value === 'number') return DROPPED_NUMBERS.has(name) ? 0 : value;
  if (Array.isArray(value)) return value.map((each) => withoutWords(each, name, keeps));
  if (typeof value !== 'object' || value === null) return value;
  // What an engine noted of a job may hold anything.
  if (name === 'operation' || name === 'remakes') return {};
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutWords(inner, key, keeps)]));
}

/** Who decided is named; who reported is a member. */
function isMemberKey(text: string): boolean {
  return /^[a-z]+:/.test(text);
}

/** Hashes of the files that a request and its history speak of. */
export function filesOf(values: readonly unknown[]): Set<string> {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('sha256' in value && typeof value.sha256 === 'string') found.add(value.sha256);
    for (const inner of Object.values(value)) look(inner);
  };
  for (const value of values) look(value);
  return found;
}
