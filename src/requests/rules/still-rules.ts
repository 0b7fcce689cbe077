import type { Instant } from '../instant.ts';
import type { PromptRequest, RequestIn } from '../request.ts';
import type { Still } from '../still.ts';
import type { Rules, Ruling } from './rule.ts';

/** One that nobody has begun after so long is asked for anew: whoever was to begin it has given up. In milliseconds. */
const FORGOTTEN_AFTER_MS = 15 * 60_000;

/** A still of what is in review. It goes with the decision, save that an approved clip may begin with it. */
export const stillRules: Rules<
  | 'still-asked'
  | 'still-intended'
  | 'still-not-sent'
  | 'still-made'
  | 'still-failed'
  | 'still-uncertain'
  | 'still-left-out'
> = {
  'still-asked': (request, { prompt, seed }, now) => {
    if (!canHaveStill(request)) return 'not-now';
    if (isUnderWay(request.still, now)) return 'already-so';
    const still: Still = { prompt, seed, state: 'asked', askedAt: now };
    return { next: { ...request, still }, work: [{ step: 'make-still' }] };
  },

  'still-intended': (request, { key }) =>
    moveStill(request, 'asked', (still) => ({ ...still, state: 'starting', key })),

  'still-not-sent': (request) =>
    moveStill(request, 'starting', ({ prompt, seed, askedAt }) => ({ prompt, seed, state: 'asked', askedAt })),

  'still-made': (request, { file, verdict }) =>
    moveStill(request, 'starting', ({ prompt, seed, key }) => ({ prompt, seed, state: 'made', key, file, verdict })),

  'still-failed': (request, { failure }) =>
    request.state === 'in-review' && request.still?.state === 'asked'
      ? moveStill(request, 'asked', ({ prompt, seed }) => ({ prompt, seed, state: 'failed', failure }))
      : moveStill(request, 'starting', ({ prompt, seed }) => ({ prompt, seed, state: 'failed', failure })),

  'still-uncertain': (request, { why }) =>
    moveStill(request, 'starting', ({ prompt, seed, key }) => ({ prompt, seed, state: 'uncertain', key, why })),

  'still-left-out': (request) => {
    if (request.state !== 'in-review') return 'not-now';
    const { still, ...rest } = request;
    if (!still) return 'already-so';
    return still.state === 'asked' || still.state === 'starting' ? 'not-now' : { next: rest };
  },
};

export function canHaveStill(request: PromptRequest): request is RequestIn<'in-review'> {
  return request.state === 'in-review' && !beginsWithPicture(request);
}

/** What begins with a picture already needs no other. */
export function beginsWithPicture({ picture, goesOn }: Pick<PromptRequest, 'picture' | 'goesOn'>): boolean {
  return picture !== null || goesOn === true;
}

function isUnderWay(still: Still | undefined, now: Instant): boolean {
  if (still?.state === 'asked') return Date.parse(now) - Date.parse(still.askedAt) < FORGOTTEN_AFTER_MS;
  return still?.state === 'starting';
}

type StillIn<S extends Still['state']> = Extract<Still, { state: S }>;

function moveStill<S extends Still['state']>(
  request: PromptRequest,
  from: S,
  to: (still: StillIn<S>) => Still,
): Ruling {
  if (request.state !== 'in-review' || request.still?.state !== from) return 'not-now';
  return { next: { ...request, still: to(request.still as StillIn<S>) } };
}
