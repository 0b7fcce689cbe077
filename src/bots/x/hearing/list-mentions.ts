import { type Includes, postsAnswer, type XPost } from '../connection/answers.ts';
import type { XClient } from '../connection/x-client.ts';
import { POST_FIELDS } from '../look-up.ts';
import type { Purse } from '../money/purse.ts';
import type { Account } from './addressed.ts';

const PAGE = '100';

export interface Mention {
  post: XPost;
  includes: Includes;
}

/** The mentions since an id, page by page as X gives them: newest first, of the newest 800. */
export async function* listMentions(
  { client, purse }: { client: XClient; purse: Purse },
  account: Account,
  since: bigint,
): AsyncGenerator<Mention[]> {
  let next: string | undefined;
  do {
    const { data, includes, meta } = await client.send({
      method: 'GET',
      path: `users/${account.id}/mentions`,
      endpoint: '/2/users/:id/mentions',
      query: {
        since_id: String(since),
        max_results: PAGE,
        ...POST_FIELDS,
        ...(next === undefined ? {} : { pagination_token: next }),
      },
      answer: postsAnswer,
    });
    await purse.read(
      'own-read',
      data.map(({ id }) => id),
    );
    yield data.map((post) => ({ post, includes }));
    next = meta?.next_token;
  } while (next !== undefined);
}
