import { isVisible, type Post, type User } from './world.ts';
import type { X } from './x.ts';

export type Fields = Readonly<Record<string, string>>;

const has = (query: Fields, name: string, field: string) => (query[name] ?? '').split(',').includes(field);

/** X escapes these three, and its clients give them back. */
export function toHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A post as X answers it: fields that were not asked for are not there. */
export function renderPost(x: X, post: Post, query: Fields): Record<string, unknown> {
  const field = (name: string) => has(query, 'post.fields', name);
  const expansion = (name: string) => has(query, 'expansions', name);
  const references = [
    ...(post.replyTo === null ? [] : [{ type: 'replied_to', id: post.replyTo }]),
    ...(post.quotes === null ? [] : [{ type: 'quoted', id: post.quotes }]),
  ];
  const replied = post.replyTo === null ? undefined : x.world.posts.get(post.replyTo);
  const text = toHtml(post.text);
  return {
    id: post.id,
    text,
    edit_history_post_ids: [...post.versions],
    ...(expansion('author_id') ? { author_id: post.author.id } : {}),
    ...(field('created_at') ? { created_at: new Date(post.createdAt).toISOString() } : {}),
    ...(field('lang') ? { lang: post.language } : {}),
    ...(field('display_text_range') ? { display_text_range: [post.displayFrom, [...text].length] } : {}),
    ...(field('note_post') && post.longText !== null ? { note_post: { text: toHtml(post.longText) } } : {}),
    ...(field('attachments') && post.photos.length > 0
      ? { attachments: { media_keys: post.photos.map(({ key }) => key) } }
      : {}),
    ...(expansion('referenced_posts') && references.length > 0 ? { referenced_posts: references } : {}),
    ...(expansion('in_reply_to_user_id') && replied ? { in_reply_to_user_id: replied.author.id } : {}),
    ...(field('public_metrics')
      ? {
          public_metrics: {
            repost_count: 0,
            reply_count: 0,
            like_count: post.likes.size,
            quote_count: 0,
            bookmark_count: 0,
            impression_count: 0,
          },
        }
      : {}),
  };
}

function renderUser({ id, username, name, protected: isProtected }: User): Record<string, unknown> {
  return { id, username, name, protected: isProtected };
}

export function renderIncludes(x: X, posts: readonly Post[], query: Fields): Record<string, unknown> {
  const users = has(query, 'expansions', 'author_id') ? [...new Set(posts.map(({ author }) => author))] : [];
  const referred = has(query, 'expansions', 'referenced_posts')
    ? posts
        .flatMap(({ replyTo, quotes }) => [replyTo, quotes])
        .flatMap((id) => (id ? (x.world.posts.get(id) ?? []) : []))
    : [];
  const photos = has(query, 'expansions', 'attachments.media_keys') ? posts.flatMap((post) => post.photos) : [];
  return {
    ...(users.length > 0 ? { users: users.map(renderUser) } : {}),
    ...(referred.length > 0 ? { posts: referred.filter(isVisible).map((post) => renderPost(x, post, query)) } : {}),
    ...(photos.length > 0
      ? { media: photos.map(({ key }) => ({ media_key: key, type: 'photo', url: `${x.origin()}/photos/${key}.jpg` })) }
      : {}),
  };
}

/** As it comes through a stream: events still have the older names, and everything with them. */
export function renderEvent(x: X, post: Post, eventId: string): Record<string, unknown> {
  const query = {
    'post.fields': 'created_at,lang,display_text_range,note_post,attachments',
    expansions: 'author_id,referenced_posts,in_reply_to_user_id,attachments.media_keys',
  };
  const { edit_history_post_ids, referenced_posts, ...payload } = renderPost(x, post, query);
  return {
    data: {
      event_uuid: eventId,
      event_type: 'post.mention.create',
      filter: { user_id: x.world.bot.id },
      payload: {
        ...payload,
        edit_history_tweet_ids: edit_history_post_ids,
        ...(referenced_posts ? { referenced_tweets: referenced_posts } : {}),
      },
      includes: renderIncludes(x, [post], query),
    },
  };
}
