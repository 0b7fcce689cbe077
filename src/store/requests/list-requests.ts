import { and, asc, count, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { PromptRequest, RequestQuery } from '../../requests/index.ts';
import type { Records } from '../records.ts';
import { requests, votes } from '../schema.ts';

type Filter = Pick<RequestQuery, 'states' | 'requester' | 'callId'>;

/** See `RequestStore.list`. */
export async function listRequests({ drizzle }: Records, query: RequestQuery): Promise<PromptRequest[]> {
  const wanted = drizzle.$count(votes, and(eq(votes.kind, 'request'), eq(votes.targetId, requests.id)));
  const orders: Record<RequestQuery['order'], SQL[]> = {
    oldest: [asc(requests.askedAt), asc(requests.id)],
    newest: [desc(requests.askedAt), desc(requests.id)],
    'most-wanted': [desc(sql`${wanted}`), asc(requests.askedAt), asc(requests.id)],
  };
  const rows = await drizzle
    .select({ body: requests.body })
    .from(requests)
    .where(matches(query))
    .orderBy(...orders[query.order])
    .limit(query.limit)
    .offset(query.offset ?? 0);
  return rows.map(({ body }) => body);
}

/** See `RequestStore.count`. */
export async function countRequests({ drizzle }: Records, filter: Filter): Promise<number> {
  const [row] = await drizzle.select({ found: count() }).from(requests).where(matches(filter));
  return row?.found ?? 0;
}

function matches({ states, requester, callId }: Filter) {
  return and(
    states && inArray(requests.state, [...states]),
    requester === undefined ? undefined : eq(requests.requester, requester),
    callId === undefined ? undefined : eq(requests.callId, callId),
  );
}
