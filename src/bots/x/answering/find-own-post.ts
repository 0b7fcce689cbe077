import { postsAnswer, type XPost } from '../connection/answers.ts';
import type { XClient } from '../connection/x-client.ts';
import type { Account } from '../hearing/addressed.ts';
import type { Purse } from '../money/purse.ts';

/** Our posts of three days at the pace that X allows us are more than these. */
const MOST_PAGES = 32;

export interface FindOwnPostDependencies {
  client: XClient;
  purse: Purse;
}

/** A post of ours that answers one of these versions of a post, made since then. */
export function findOwnReply(
  dependencies: FindOwnPostDependencies,
  account: Account,
  versions: readonly string[],
): Promise<string | null> {
  return findOwnPost(dependencies, account, versions[0] ?? '0', ({ references }) =>
    references.some(({ type, id }) => type === 'replied_to' && versions.includes(id)),
  );
}

/** The newest post of ours since an id of which this is true. X lists ours newest first. */
export async function findOwnPost(
  { client, purse }: FindOwnPostDependencies,
  account: Account,
  since: string,
  isIt: (post: XPost) => boolean,
): Promise<string | null> {
  let next: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { data, meta } = await client.send({
      method: 'GET',
      path: `users/${account.id}/tweets`,
      endpoint: '/2/users/:id/tweets',
      query: {
        since_id: since,
        max_results: '100',
        exclude: 'retweets',
        'post.fields': 'id,text',
        expansions: 'referenced_posts',
        ...(next === undefined ? {} : { pagination_token: next }),
      },
      answer: postsAnswer,
    });
    await purse.read(
      'own-read',
      data.map(({ id }) => id),
    );
    const found = data.find(isIt);
    if (found) return found.id;
    next = meta?.next_token;
    if (next === undefined) return null;
  }
  return null;
}
