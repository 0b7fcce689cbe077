import { decide } from './decide.ts';
import type { Decision } from './decision.ts';
import type { RequestEvent } from './event.ts';
import { type Clock, toInstant } from './instant.ts';
import type { PromptRequest } from './request.ts';
import type { RequestStore, Taking } from './request-store.ts';
import type { Work, WorkTicket } from './work.ts';

/** Saves are tried again this often when other saves keep coming first; more means two writers that cannot agree. */
const MAX_TRIES = 20;

export interface AdvanceDependencies {
  requests: RequestStore;
  clock: Clock;
}

/**
 * Applies an event to a stored request and commits what follows. Reads again and decides anew when another commit came
 * between. `takes` tells from the work that follows what the caller goes on with itself. Throws when the request does
 * not exist.
 */
export async function advance(
  { requests, clock }: AdvanceDependencies,
  target: PromptRequest | string,
  event: RequestEvent,
  completes: WorkTicket | null = null,
  takes: (work: readonly Work[]) => Taking | null = () => null,
): Promise<Decision> {
  let request = typeof target === 'string' ? await requests.find(target) : target;
  const id = typeof target === 'string' ? target : target.id;
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    if (!request) throw new Error(`There is no request ${id}`);
    const decision = decide(request, event, toInstant(clock()));
    if (!decision.applies) return decision;
    const { request: next, entry, work, money } = decision;
    const saved = await requests.save({ request: next, entry, work, money, completes, takes: takes(work) });
    if (saved === 'saved') return decision;
    if (saved !== 'stale') return { applies: false, why: saved, state: request.state };
    request = await requests.find(id);
  }
  throw new Error(`Request ${id} changed ${MAX_TRIES} times while ${event.kind} was being saved`);
}
