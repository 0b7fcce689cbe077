import type { AdapterError } from '../../../requests/index.ts';
import type { TroubleKind } from '../../troubles.ts';

/** What is being done in a channel: what it needs there differs. `see`: to edit and remove what is ours. */
export type Doing = 'see' | 'read' | 'write' | 'post a clip';

/** Trouble with Discord as a whole; each error's code is its kind. */
export const ALL_OF_DISCORD: readonly TroubleKind[] = [
  'token-refused',
  'shards-refused',
  'version-refused',
  'intents-refused',
  'connection-refused',
  'no-sessions',
  'too-much-refused',
];

export function troubleEverywhere({ code }: AdapterError): TroubleKind | null {
  return ALL_OF_DISCORD.find((kind) => kind === code) ?? null;
}

/** What an admin can mend about a channel; null where it is none of that. */
export function troubleInChannel({ code }: AdapterError, doing: Doing): TroubleKind | null {
  if (code === 'no-access') return 'no-access';
  if (code !== 'no-permission') return null;
  const kinds = { see: 'no-access', read: 'no-reading', write: 'no-writing', 'post a clip': 'no-clips' } as const;
  return kinds[doing];
}

/** What cannot be wrong with a channel in which this was done. A status can be edited where no clip may be posted. */
export const OVER_IN_CHANNEL: Record<Doing, readonly TroubleKind[]> = {
  see: ['no-access'],
  read: ['no-access', 'no-reading'],
  write: ['no-access', 'no-writing'],
  'post a clip': ['no-access', 'no-writing', 'no-clips'],
};

export function troubleInReview({ code }: AdapterError): TroubleKind | null {
  switch (code) {
    case 'unknown-channel':
    case 'unknown-server':
      return 'review-gone';
    case 'no-access':
      return 'review-no-access';
    case 'no-permission':
      return 'review-no-writing';
    default:
      return null;
  }
}

export const REVIEW_TROUBLES: readonly TroubleKind[] = ['review-gone', 'review-no-access', 'review-no-writing'];
