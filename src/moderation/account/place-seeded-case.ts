import {
  type Change,
  type Clock,
  decide,
  type RequestStore,
  receive,
  SEEDED,
  toInstant,
} from '../../requests/index.ts';
import type { SeededCaseStore } from './seeded-case-store.ts';
import { SEEDED_CASES, type SeededCase } from './seeded-cases.ts';

export interface PlaceSeededCaseDependencies {
  seededCases: SeededCaseStore;
  requests: Pick<RequestStore, 'create' | 'list'>;
  callId: string;
  /** So many of a hundred decisions are about a seeded case. */
  perHundred: number;
  clock: Clock;
  newId: () => string;
  /** From 0 to below 1. */
  random: () => number;
}

/** Among so many of those that wait longest, so that its turn comes. */
const AMONG = 20;

/**
 * Places a case among what waits when it is time for one: none while another waits, or nothing else does. What was placed
 * least often comes first. Answers with the request's id.
 */
export async function placeSeededCase(dependencies: PlaceSeededCaseDependencies): Promise<string | null> {
  const { seededCases, requests, perHundred, clock, newId, random } = dependencies;
  const { open, decidedSince, placed } = await seededCases.standing();
  if (open > 0 || decidedSince < 100 / perHundred - 1) return null;
  const waiting = await requests.list({ states: ['in-review'], order: 'oldest', limit: AMONG });
  const beside = waiting[Math.floor(random() * waiting.length)];
  if (!beside) return null;
  const fewest = Math.min(...SEEDED_CASES.map(({ id }) => placed.get(id) ?? 0));
  const rarest = SEEDED_CASES.filter(({ id }) => (placed.get(id) ?? 0) === fewest);
  const seeded = rarest[Math.floor(random() * rarest.length)] as SeededCase;
  const changes = changesOf(seeded, { id: newId(), callId: dependencies.callId, askedAt: beside.askedAt });
  const requestId = changes[0].request.id;
  const { id: caseId, right } = seeded;
  // First: known to be a case before anybody can decide it.
  await seededCases.place({ requestId, caseId, right, placedAt: toInstant(clock()) });
  await requests.create([changes]);
  return requestId;
}

/** As if it had been asked in the room; what its post is on is no platform, so that nothing is ever said to anybody. */
function changesOf(
  { prompt, locale, name, policy }: SeededCase,
  { id, callId, askedAt }: { id: string; callId: string; askedAt: string },
): [Change, Change] {
  const asked = receive(
    {
      ...{ id, callId, prompt, locale, askedAt },
      requester: { platform: 'room', id: `${SEEDED}-${id}`, name },
      post: { platform: SEEDED, channel: 'room', id },
      ...{ options: {}, picture: null, parentId: null, trusted: false },
    },
    askedAt,
  );
  const findings = policy === null ? [] : [{ policy, outcome: 'review' as const, evidence: '', source: 'rules' }];
  const verdict = {
    outcome: policy === null ? ('allow' as const) : ('review' as const),
    findings,
    screenedBy: ['rules'],
  };
  const screened = decide(asked.request, { kind: 'prompt-screened', verdict }, askedAt);
  if (!screened.applies) throw new Error(`A seeded case cannot be screened: ${screened.why}`);
  return [asked, screened];
}
