import { createBatch } from '../../queue/batch.ts';
import { type Includes, type PostsAnswer, postsAnswer, type XPost } from './connection/answers.ts';
import type { XClient } from './connection/x-client.ts';
import type { Purse } from './money/purse.ts';

const MOST_AT_ONCE = 100;

export const POST_FIELDS = {
  'post.fields':
    'id,text,created_at,lang,entities,attachments,display_text_range,note_post,edit_controls,public_metrics',
  expansions: 'author_id,in_reply_to_user_id,referenced_posts,attachments.media_keys,edit_history_post_ids',
  'user.fields': 'id,name,username,protected',
  'media.fields': 'media_key,type,url',
} as const;

/** A post that was looked up, with what came with it; null where it is deleted, protected or its author suspended. */
export type LookedUp = { post: XPost; includes: Includes } | null;

/** Looks posts up by their ids, those that are wanted at the same time in one question. */
export function createLookUp({ client, purse }: { client: XClient; purse: Purse }): (id: string) => Promise<LookedUp> {
  return createBatch<string, LookedUp>(async (ids) => {
    const distinct = [...new Set(ids)];
    const answer: PostsAnswer = await client.send({
      method: 'GET',
      path: 'tweets',
      endpoint: '/2/tweets',
      query: { ids: distinct.join(','), ...POST_FIELDS },
      answer: postsAnswer,
    });
    await purse.read(
      'read',
      answer.data.map(({ id }) => id),
    );
    const found = new Map(answer.data.map((post) => [post.id, post]));
    return ids.map((id) => {
      const post = found.get(id);
      return post ? { post, includes: answer.includes } : null;
    });
  }, MOST_AT_ONCE);
}
