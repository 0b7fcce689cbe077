import { AdapterError } from '../../requests/index.ts';

/** What only the operator or a server's admin can mend, with what to do about it. */
const ADVICE: Readonly<Record<string, string>> = {
  'token-refused': 'Discord refuses the token; set DISCORD_TOKEN anew',
  'no-access': 'The bot cannot see this Discord channel any more; give it the permission back, or it waits two days',
  'no-permission':
    'The bot may not write in this Discord channel any more; give it the permission back, or it waits two days',
};

/** Tells once of each trouble in each place, until it is over there. */
export function createTellOnce(tell: (advice: string, place: string) => void) {
  const told = new Set<string>();
  return {
    failed(error: unknown, place: string): void {
      const advice = error instanceof AdapterError ? ADVICE[error.code] : undefined;
      if (!advice || told.has(place)) return;
      told.add(place);
      tell(advice, place);
    },
    worked(place: string): void {
      told.delete(place);
    },
  };
}
