import { dequal } from 'dequal';
import type { Operation, PromptRequest, RequestStore, Shot } from '../../requests/index.ts';
import type { VideoEngine } from '../video-engine.ts';

export type Reconciled =
  /** Asking again with the same key is safe. */
  { outcome: 'same-key' } | { outcome: 'adopt'; operation: Operation } | { outcome: 'uncertain'; why: string };

/** Where it is told which operations are other requests' already. */
export type OtherRequests = Pick<RequestStore, 'list' | 'similar' | 'history'>;

/** More than any engine makes at once; and requests in the same words, most of which were settled long ago. */
const GENERATING = 1000;
const SIMILAR = 50;

/** Settles a start whose answer was lost, without ever starting a second operation by itself. */
export async function reconcileStart(
  engine: VideoEngine,
  request: PromptRequest,
  shot: Extract<Shot, { state: 'starting' }>,
  requests: OtherRequests,
): Promise<Reconciled> {
  switch (engine.limits.idempotency) {
    case 'key':
      return { outcome: 'same-key' };
    case 'none':
      return { outcome: 'uncertain', why: `${engine.id} cannot tell what it was asked for` };
    case 'list': {
      const listed = await engine.find(shot.intendedAt);
      const inOurWords = listed.filter((each) => each.prompt === shot.order.prompt);
      const taken = inOurWords.length > 0 ? await operationsOfOthers(request, shot.order.prompt, requests) : [];
      const [oldest] = inOurWords
        .filter(({ operation }) => !taken.some((other) => dequal(other, operation)))
        .sort((a, b) => (a.startedAt ?? '').localeCompare(b.startedAt ?? ''));
      if (oldest) return { outcome: 'adopt', operation: oldest.operation };
      return { outcome: 'uncertain', why: `${engine.id} does not list it, and may have been asked` };
    }
    default:
      return engine.limits.idempotency satisfies never;
  }
}

/** What was ever started for the same words: two people may ask for the same, and each is to get a clip of their own. */
async function operationsOfOthers(
  request: PromptRequest,
  prompt: string,
  requests: OtherRequests,
): Promise<Operation[]> {
  const [generating, similar] = await Promise.all([
    requests.list({ states: ['generating'], order: 'newest', limit: GENERATING }),
    requests.similar(request, SIMILAR),
  ]);
  const inTheSameWords = [...generating, ...similar].filter(
    (other) => other.id === request.id || ('approval' in other && other.approval?.prompt === prompt),
  );
  const ids = new Set(inTheSameWords.map(({ id }) => id));
  const histories = await Promise.all([...ids].map((id) => requests.history(id)));
  return histories.flat().flatMap(({ event }) => (event.kind === 'shot-started' ? [event.operation] : []));
}
