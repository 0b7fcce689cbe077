import { type Clock, type RequestStore, toInstant } from '../../requests/index.ts';
import { LONGEST_DAYS, strikeOf } from './strike.ts';
import { recordOf, type StrikeRecord, type StrikeThresholds } from './strike-record.ts';

/** The strikes of members (a `memberKey` each), in their order. */
export type ReadStrikes = (members: readonly string[]) => Promise<StrikeRecord[]>;

const DAY_MS = 24 * 60 * 60 * 1000;

/** Read off the requests each time: a strike is nothing besides them, so an appeal that is upheld takes it away. */
export function createReadStrikes({
  requests,
  thresholds,
  clock,
}: {
  requests: Pick<RequestStore, 'comeToNothing'>;
  thresholds: StrikeThresholds;
  clock: Clock;
}): ReadStrikes {
  return async (members) => {
    const now = clock();
    const since = toInstant(new Date(now.getTime() - LONGEST_DAYS * DAY_MS));
    const found = await requests.comeToNothing(members, since);
    return found.map((each) =>
      recordOf(
        each.flatMap((request) => strikeOf(request) ?? []),
        thresholds,
        now,
      ),
    );
  };
}
