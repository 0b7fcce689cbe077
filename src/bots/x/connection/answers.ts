import { z } from 'zod';

/**
 * What is read of X's answers. Since August 2026 they speak of posts; the events of streams may still say tweets, so
 * both names are read. Ids are texts: they are beyond what a number holds.
 */
const id = z.string().regex(/^\d{1,19}$/);

const reference = z.object({ type: z.string(), id });
const media = z.object({ media_key: z.string(), type: z.string(), url: z.string().optional() });
const user = z.object({
  id,
  username: z.string(),
  name: z.string().optional(),
  protected: z.boolean().optional(),
});
const longText = z.object({ text: z.string() });

const postFields = z.object({
  id,
  text: z.string(),
  author_id: id.optional(),
  created_at: z.string().optional(),
  lang: z.string().optional(),
  in_reply_to_user_id: id.nullish(),
  display_text_range: z.array(z.number()).length(2).nullish(),
  attachments: z.object({ media_keys: z.array(z.string()).nullish() }).nullish(),
  public_metrics: z.object({ like_count: z.number() }).nullish(),
  referenced_posts: z.array(reference).nullish(),
  referenced_tweets: z.array(reference).nullish(),
  edit_history_post_ids: z.array(id).nullish(),
  edit_history_tweet_ids: z.array(id).nullish(),
  note_post: longText.nullish(),
  note_tweet: longText.nullish(),
});

/** A post of X's under one set of names. */
export interface XPost {
  id: string;
  text: string;
  authorId: string | null;
  createdAt: string | null;
  language: string | null;
  inReplyToUserId: string | null;
  displayFrom: number | null;
  mediaKeys: readonly string[];
  references: readonly { type: string; id: string }[];
  /** All versions of it, oldest first; the first is the post itself as it was made. */
  versions: readonly string[];
  likes: number | null;
}

export const post = postFields.transform(
  (sent): XPost => ({
    id: sent.id,
    text: sent.note_post?.text ?? sent.note_tweet?.text ?? sent.text,
    authorId: sent.author_id ?? null,
    createdAt: sent.created_at ?? null,
    language: sent.lang ?? null,
    inReplyToUserId: sent.in_reply_to_user_id ?? null,
    // What is shown of a long post begins where the short one does.
    displayFrom: sent.display_text_range?.[0] ?? null,
    mediaKeys: sent.attachments?.media_keys ?? [],
    references: sent.referenced_posts ?? sent.referenced_tweets ?? [],
    versions: sent.edit_history_post_ids ?? sent.edit_history_tweet_ids ?? [sent.id],
    likes: sent.public_metrics?.like_count ?? null,
  }),
);

const problem = z.object({
  type: z.string().optional(),
  title: z.string().optional(),
  detail: z.string().optional(),
  resource_id: z.string().optional(),
  value: z.string().optional(),
});

const includes = z
  .object({
    users: z.array(user).optional(),
    media: z.array(media).optional(),
    posts: z.array(post).optional(),
    tweets: z.array(post).optional(),
  })
  .transform((sent) => ({
    users: sent.users ?? [],
    media: sent.media ?? [],
    posts: sent.posts ?? sent.tweets ?? [],
  }));

export type Includes = z.infer<typeof includes>;
const nothingIncluded: Includes = { users: [], media: [], posts: [] };

/** Some of what was asked for may be missing, with a problem in its place, although the answer is a 200. */
export const postsAnswer = z.object({
  data: z.array(post).optional().default([]),
  includes: includes.optional().default(nothingIncluded),
  errors: z.array(problem).optional().default([]),
  meta: z.object({ next_token: z.string().optional() }).optional(),
});

export type PostsAnswer = z.infer<typeof postsAnswer>;

export const meAnswer = z.object({ data: user });
export const madeAnswer = z.object({ data: z.object({ id }) });
export const deletedAnswer = z.object({ data: z.object({ deleted: z.boolean().optional() }).optional() });
export const uploadAnswer = z.object({
  data: z.object({
    id,
    expires_after_secs: z.number().optional(),
    processing_info: z
      .object({
        state: z.string().optional(),
        check_after_secs: z.number().optional(),
        error: z.object({ name: z.string().optional(), message: z.string().optional() }).optional(),
      })
      .optional(),
  }),
});
export const subtitledAnswer = z.object({ data: z.object({ id: id.optional() }) });
export const appendedAnswer = z.unknown();

/** What the activity stream tells; other events have other payloads. */
export const activityEvent = z.object({
  data: z.object({
    event_type: z.string(),
    payload: post,
    includes: includes.optional().default(nothingIncluded),
  }),
});
