import { and, asc, count, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { PromptRequest, RequestQuery } from '../../requests/index.ts';
import type { Records } from '../records.ts';
import { requests } from '../schema.ts';

type Filter = Pick<RequestQuery, 'states' | 'requester' | 'callId' | 'needsAttention' | 'unmerged'>;

/**
 * Failed, a clip on hold, or a start that may have been billed: few are in these states, so the bodies are looked at.
 * Many are delivered, and many come to nothing: for those that were reported or appealed there are indexes, which need
 * these very words.
 */
const NEEDS_ATTENTION = sql`(${requests.state} = 'failed'
  or (${requests.state} = 'finishing' and jsonb_typeof(${requests.body} -> 'clipVerdict') = 'object')
  or (${requests.state} = 'generating' and ${requests.body} -> 'shots' @> '[{"state": "uncertain"}]')
  or (${requests.state} = 'delivered' and jsonb_typeof(${requests.body} -> 'reports') = 'array')
  or (${requests.state} in ('refused', 'declined', 'blocked') and ${requests.body} #> '{appeal,decided}' = 'null'::jsonb))`;

/** See `RequestStore.list`. */
export async function listRequests({ drizzle }: Records, query: RequestQuery): Promise<PromptRequest[]> {
  const orders: Record<RequestQuery['order'], SQL[]> = {
    oldest: [asc(requests.askedAt), asc(requests.id)],
    newest: [desc(requests.askedAt), desc(requests.id)],
    'most-wanted': [desc(requests.wanted), asc(requests.askedAt), asc(requests.id)],
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
export async function countRequests({ drizzle }: Records, filter: Filter, atMost?: number): Promise<number> {
  const found = drizzle.select({ id: requests.id }).from(requests).where(matches(filter));
  const counted = (atMost === undefined ? found : found.limit(atMost)).as('counted');
  const [row] = await drizzle.select({ found: count() }).from(counted);
  return row?.found ?? 0;
}

function matches({ states, requester, callId, needsAttention, unmerged }: Filter) {
  return and(
    states && inArray(requests.state, [...states]),
    requester === undefined ? undefined : eq(requests.requester, requester),
    callId === undefined ? undefined : eq(requests.callId, callId),
    needsAttention ? NEEDS_ATTENTION : undefined,
    unmerged ? sql`${requests.body} -> 'merged' is null` : undefined,
  );
}
