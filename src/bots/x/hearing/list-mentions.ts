import { type Includes, postsAnswer, type XPost } from '../connection/answers.ts';
import type { XClient } from '../connection/x-client.ts';
import { POST_FIELDS } from '../look-up.ts';
import type { Purse } from '../money/purse.ts';
import type { Account } from './addressed.ts';

export interface Mention {
  post: XPost;
  includes: Includes;
}

export interface ListingDependencies {
  client: XClient;
  purse: Purse;
}

const PAGE = '100';
/** X lists the newest 800 mentions and no more (docs.x.com, "User mention timeline"). */
const MOST_LISTED = 800;

/**
 * The mentions since an id, page by page, newest first. Those that are beyond what X lists are searched for, which
 * costs five times as much.
 */
export async function* listMentions(
  dependencies: ListingDependencies,
  account: Account,
  since: bigint,
): AsyncGenerator<Mention[]> {
  let count = 0;
  let oldest: string | null = null;
  const timeline = {
    path: `users/${account.id}/mentions`,
    endpoint: '/2/users/:id/mentions',
    kind: 'own-read',
  } as const;
  for await (const page of pagesOf(dependencies, timeline, { since_id: String(since) })) {
    count += page.length;
    oldest = page.at(-1)?.post.id ?? oldest;
    yield page;
  }
  if (count < MOST_LISTED || oldest === null) return;
  const search = { path: 'tweets/search/recent', endpoint: '/2/tweets/search/recent', kind: 'read' } as const;
  const query = { query: `@${account.username} -is:retweet`, since_id: String(since), until_id: oldest };
  yield* pagesOf(dependencies, search, query);
}

async function* pagesOf(
  { client, purse }: ListingDependencies,
  { path, endpoint, kind }: { path: string; endpoint: string; kind: 'own-read' | 'read' },
  query: Readonly<Record<string, string>>,
): AsyncGenerator<Mention[]> {
  let next: string | undefined;
  do {
    const { data, includes, meta } = await client.send({
      method: 'GET',
      path,
      endpoint,
      query: {
        ...query,
        max_results: PAGE,
        ...POST_FIELDS,
        ...(next === undefined ? {} : { pagination_token: next }),
      },
      answer: postsAnswer,
    });
    await purse.read(
      kind,
      data.map(({ id }) => id),
    );
    yield data.map((post) => ({ post, includes }));
    next = meta?.next_token;
  } while (next !== undefined);
}
