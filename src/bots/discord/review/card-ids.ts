import { createHash } from 'node:crypto';
import { type PromptRequest, toApprove } from '../../../requests/index.ts';

/** What a press on a card asks for. `review-` keeps these apart from what everybody can press. */
export type CardAction =
  | 'approve'
  | 'edit'
  | 'decline'
  | 'escalate'
  | 'hold'
  | 'ask'
  | 'merge'
  | 'still'
  | 'retry'
  | 'restart'
  | 'give-up'
  | 'release'
  | 'block'
  | 'let-stand'
  | 'uphold'
  | 'dismiss-appeal'
  | 'take-down'
  | 'translate'
  | 'next';

/** Those that ask for more by a form. */
export const BY_FORM = [
  'edit',
  'decline',
  'hold',
  'ask',
  'merge',
  'take-down',
] as const satisfies readonly CardAction[];
export type FormAction = (typeof BY_FORM)[number];

/** What a press is about. */
export interface CardSubject {
  /** The card's key; see `post-keys.ts`. */
  key: string;
  requestId: string;
  /** A mark of what was shown, or empty. */
  seen: string;
}

export function cardActionName(action: CardAction): string {
  return `review-${action}`;
}

/** `n02.<request>~<seen>`, as it stands behind the action in a component's id. */
export function writeSubject(key: string, seen = ''): string {
  return seen === '' ? key : `${key}~${seen}`;
}

export function readSubject(subject: string): CardSubject {
  const [key = '', seen = ''] = subject.split('~');
  return { key, requestId: key.slice(key.indexOf('.') + 1), seen };
}

/** Marks the words, options and pictures that a curator sees, so that nothing else is approved by the press. */
export function seenMark(request: PromptRequest): string {
  const { picture } = request;
  const { prompt, options } = toApprove(request);
  const still = request.state === 'in-review' && request.still?.state === 'made' ? [request.still.key] : [];
  const seen = JSON.stringify([prompt, Object.entries(options).sort(), picture?.sha256 ?? null, ...still]);
  return createHash('sha256').update(seen).digest('base64url').slice(0, 10);
}
