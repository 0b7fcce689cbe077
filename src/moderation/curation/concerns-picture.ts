import { flaggedPolicies, type Verdict } from '../../requests/index.ts';
import { severityOf } from '../screening/policies.ts';

const GRAVEST = 3;
/** What is asked of whom the picture shows, whatever it shows of them. */
const OF_WHOM_IT_SHOWS: ReadonlySet<string> = new Set(['minors', 'sexual-likeness']);

/**
 * Whether one of the gravest policies speaks against a picture and not only against the words that came with it: somebody
 * else's picture beside words of terror is none to be kept out.
 */
export function concernsPicture(verdict: Verdict): boolean {
  const seen = new Set(flaggedPolicies(verdict));
  return verdict.findings.some(
    ({ policy, inWords }) =>
      seen.has(policy) && severityOf(policy) === GRAVEST && (OF_WHOM_IT_SHOWS.has(policy) || !inWords),
  );
}
