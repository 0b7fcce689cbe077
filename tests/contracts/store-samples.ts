import { randomUUID } from 'node:crypto';
import {
  type Asked,
  advance,
  type Change,
  decide,
  type EventKind,
  type PromptRequest,
  type RequestEvent,
  receive,
} from '../../src/requests/index.ts';
import type { Store } from '../../src/store/store.ts';
import { anAsked, EVENTS, NOW } from '../samples/requests.ts';

/** How a suite gets at the store that it tests, which is opened once for all of its tests. */
export type StoreOf = () => Store;

export const MUCH_LATER = '2027-01-01T00:00:00.000Z';
/** What a like on X counts for in the stores that are tested. */
export const LIKE_WEIGHT = 0.5;
export const clock = () => new Date(NOW);

/** A moment so many seconds after `NOW`. */
export const at = (seconds: number) => new Date(Date.parse(NOW) + seconds * 1000).toISOString();

/** Something asked by somebody new in a post of its own. */
export function someAsked(changes: Partial<Asked> = {}): Asked {
  const id = randomUUID();
  return anAsked({
    id,
    requester: { platform: 'room', id: `member-${id}`, name: 'Salma' },
    post: { platform: 'room', channel: 'room', id: `post-${id}` },
    ...changes,
  });
}

/** All changes that lead from the asking through the events, which must apply. */
export function changesThrough(asked: Asked, ...events: (EventKind | RequestEvent)[]): Change[] {
  const changes = [receive(asked, asked.askedAt)];
  for (const each of events) {
    const event = typeof each === 'string' ? EVENTS[each] : each;
    const decision = decide((changes.at(-1) as Change).request, event, asked.askedAt);
    if (!decision.applies) throw new Error(`${event.kind} does not apply: ${decision.why}`);
    changes.push({ request: decision.request, entry: decision.entry, work: decision.work });
  }
  return changes;
}

/** Saves a new request that went through the events. */
export async function create(store: Store, asked: Asked, ...events: (EventKind | RequestEvent)[]) {
  const changes = changesThrough(asked, ...events);
  const [outcome] = await store.requests.create([changes]);
  if (outcome !== 'created') throw new Error(`The request is ${outcome}`);
  return (changes.at(-1) as Change).request;
}

export async function apply(store: Store, request: PromptRequest, event: EventKind | RequestEvent) {
  const decision = await advance(
    { requests: store.requests, clock },
    request,
    typeof event === 'string' ? EVENTS[event] : event,
  );
  if (!decision.applies) throw new Error(`It does not apply: ${decision.why}`);
  return decision.request;
}

/** Ends all work that earlier tests left, so that a test picks its own. */
export async function endAllWork({ work }: Store): Promise<void> {
  await work.reopenAll();
  for (;;) {
    const rows = await work.pick({ limit: 500, startable: 500, inFlightPerMember: 1_000_000, now: MUCH_LATER });
    if (rows.length === 0) return;
    for (const row of rows) await work.complete(row);
  }
}
