import { AdapterError } from '../../requests/index.ts';

/** What only the operator can mend; the message says how. */
const SAYS_HOW = new Set(['token-refused', 'not-logged-in', 'no-credits', 'not-allowed', 'not-approved', 'day-spent']);

/** Tells once of each trouble, until something of the same kind works again. */
export function createTellOnce(tell: (advice: string) => void) {
  const told = new Set<string>();
  return {
    /** Passes on what is done there, and tells what keeps it from being done. */
    async of<Answer>(what: string, doing: Promise<Answer>): Promise<Answer> {
      try {
        const answer = await doing;
        told.delete(what);
        return answer;
      } catch (error) {
        this.failed(what, error);
        throw error;
      }
    },
    failed(what: string, error: unknown): void {
      if (!(error instanceof AdapterError) || !SAYS_HOW.has(error.code) || told.has(what)) return;
      told.add(what);
      tell(error.message);
    },
  };
}
