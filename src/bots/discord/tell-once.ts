import { AdapterError } from '../../requests/index.ts';

/** What only the operator can mend; the message says how. */
const SAYS_HOW = new Set([
  'token-refused',
  'shards-refused',
  'version-refused',
  'intents-refused',
  'connection-refused',
  'no-sessions',
  'too-much-refused',
]);

/** What a server's admin can mend, with what to do about it. */
const ADVICE: Readonly<Record<string, string>> = {
  'no-access': 'The bot cannot see this Discord channel any more; give it the permission back, or it waits two days',
  'no-permission':
    'The bot may not write in this Discord channel any more; give it the permission back, or it waits two days',
};

/** Tells once of each trouble in each place, until it is over there. */
export function createTellOnce(tell: (advice: string, place: string) => void) {
  const told = new Set<string>();
  return {
    failed(error: unknown, place: string): void {
      if (!(error instanceof AdapterError)) return;
      const advice = SAYS_HOW.has(error.code) ? error.message : ADVICE[error.code];
      if (!advice || told.has(place)) return;
      told.add(place);
      tell(advice, place);
    },
    worked(place: string): void {
      told.delete(place);
    },
  };
}
