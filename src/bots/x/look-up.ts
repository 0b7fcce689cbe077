import { createBatch } from '../../queue/batch.ts';
import { type Includes, type PostsAnswer, postsAnswer, type XPost } from './connection/answers.ts';
import type { XClient } from './connection/x-client.ts';
import { failure } from './connection/x-error.ts';
import type { Purse, ReadKind } from './money/purse.ts';

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
export function createLookUp({
  client,
  purse,
  kind = 'read',
}: {
  client: XClient;
  purse: Purse;
  kind?: ReadKind;
}): (id: string) => Promise<LookedUp> {
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
      kind,
      answer.data.map(({ id }) => id),
    );
    const found = new Map(answer.data.map((post) => [post.id, post]));
    const gone = new Set(answer.errors.map(({ resource_id, value }) => resource_id ?? value));
    return ids.map((id) => {
      const post = found.get(id);
      if (post) return { post, includes: answer.includes };
      // What X neither shows nor says to be gone is not taken for gone: a clip would be taken down for it.
      if (gone.has(id)) return null;
      throw failure(`X says nothing of the post ${id}`, 'unreadable-answer', true, undefined);
    });
  }, MOST_AT_ONCE);
}
