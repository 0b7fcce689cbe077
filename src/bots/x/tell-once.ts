import { AdapterError } from '../../requests/index.ts';

/** What only the operator can mend; the message says how. */
const SAYS_HOW = new Set(['token-refused', 'not-logged-in', 'no-credits', 'not-allowed', 'not-approved', 'day-spent']);

/** Whether the operator is told of it in words. */
export function isTold(error: unknown): error is AdapterError {
  return error instanceof AdapterError && SAYS_HOW.has(error.code);
}

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
        if (isTold(error) && !told.has(what)) {
          told.add(what);
          tell(error.message);
        }
        throw error;
      }
    },
  };
}
