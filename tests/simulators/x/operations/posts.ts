import twitterText from 'twitter-text';
import type { Call, Operation } from '../operation.ts';
import { problem, REFUSALS } from '../problem.ts';
import { renderIncludes, renderPost } from '../render-post.ts';
import { isVisible, mentions, type Post } from '../world.ts';
import type { X } from '../x.ts';

const MENTIONS_KEPT = 800;
const TIMELINE_KEPT = 3200;
const DUPLICATE_MS = 24 * 60 * 60_000;

export const dayOf = (x: X) => new Date(x.now()).toISOString().slice(0, 10);

function newestFirst(posts: Iterable<Post>): Post[] {
  return [...posts].toSorted((one, other) => (BigInt(one.id) < BigInt(other.id) ? 1 : -1));
}

/** A page of a list, newest first. Tokens name the post before which the next page begins. */
function page({ x, query }: Call, listed: readonly Post[], item: 'own-read' | 'read') {
  const size = Number(query.max_results ?? 10);
  const token = query.pagination_token ?? query.next_token;
  const before = token?.replace(/^before/, '');
  const since = query.since_id;
  const within = listed.filter(
    ({ id }) =>
      (since === undefined || BigInt(id) > BigInt(since)) &&
      (query.until_id === undefined || BigInt(id) < BigInt(query.until_id)) &&
      (before === undefined || BigInt(id) < BigInt(before)),
  );
  const found = within.slice(0, size);
  for (const { id } of found) x.ledger.buy(item, id, dayOf(x));
  const last = found.at(-1);
  const includes = renderIncludes(x, found, query);
  return {
    status: 200,
    body: {
      ...(found.length > 0 ? { data: found.map((post) => renderPost(x, post, query)) } : {}),
      ...(Object.keys(includes).length > 0 ? { includes } : {}),
      meta: {
        result_count: found.length,
        ...(found[0] && last ? { newest_id: found[0].id, oldest_id: last.id } : {}),
        ...(within.length > size && last ? { next_token: `before${last.id}` } : {}),
      },
    },
  };
}

/** Lists show the newest version of a post only. */
const isNewest = (post: Post) => post.versions.at(-1) === post.id;

function mentionsOf(call: Call) {
  const { x, params } = call;
  const user = x.world.users.get(params.id ?? '');
  if (!user) throw problem.invalid('There is no such user');
  const all = newestFirst(x.world.posts.values()).filter(
    (post) => post.listed && isVisible(post) && isNewest(post) && post.author !== user && mentions(post, user),
  );
  return page(call, all.slice(0, MENTIONS_KEPT), 'own-read');
}

function timelineOf(call: Call) {
  const { x, params } = call;
  const own = newestFirst(x.world.posts.values()).filter(
    (post) => post.listed && !post.deleted && isNewest(post) && post.author.id === params.id,
  );
  return page(call, own.slice(0, TIMELINE_KEPT), params.id === x.world.bot.id ? 'own-read' : 'read');
}

function search(call: Call) {
  const { x, query } = call;
  const name = /@(\w+)/.exec(query.query ?? '')?.[1]?.toLowerCase();
  const user = [...x.world.users.values()].find(({ username }) => username.toLowerCase() === name);
  const found = newestFirst(x.world.posts.values()).filter(
    (post) => post.listed && isVisible(post) && isNewest(post) && user !== undefined && mentions(post, user),
  );
  return page(call, found, 'read');
}

function lookUp({ x, query }: Call) {
  const ids = (query.ids ?? '').split(',');
  const found: Post[] = [];
  const errors: Record<string, unknown>[] = [];
  for (const id of ids) {
    const post = x.world.posts.get(id);
    if (post && isVisible(post)) {
      found.push(post);
      x.ledger.buy('read', id, dayOf(x));
      continue;
    }
    const hidden = post !== undefined && !post.deleted && post.author.protected;
    errors.push({
      type: `https://api.x.com/2/problems/${hidden ? 'not-authorized-for-resource' : 'resource-not-found'}`,
      title: hidden ? 'Authorization Error' : 'Not Found Error',
      detail: hidden
        ? `Sorry, you are not authorized to see the Post with ids: [${id}].`
        : `Could not find post with ids: [${id}].`,
      resource_type: 'post',
      resource_id: id,
      parameter: 'ids',
      value: id,
    });
  }
  const includes = renderIncludes(x, found, query);
  return {
    status: 200,
    body: {
      ...(found.length > 0 ? { data: found.map((post) => renderPost(x, post, query)) } : {}),
      ...(Object.keys(includes).length > 0 ? { includes } : {}),
      ...(errors.length > 0 ? { errors } : {}),
    },
  };
}

interface PostBody {
  text?: string;
  reply?: { in_reply_to_tweet_id: string };
  media?: { media_ids: string[] };
  made_with_ai?: boolean;
}

function makePost({ x, user, body }: Call) {
  if (!user) throw problem.unauthorized();
  const { text = '', reply, media, made_with_ai = false } = body as PostBody;
  const mediaIds = media?.media_ids ?? [];
  const answered = reply ? x.world.posts.get(reply.in_reply_to_tweet_id) : null;
  if (reply) mindReply(x, answered ?? null);
  const parsed = twitterText.parseTweet(text);
  if (!parsed.valid && mediaIds.length === 0) throw problem.forbidden(REFUSALS.tooLong);
  if (parsed.weightedLength > 280) throw problem.forbidden(REFUSALS.tooLong);
  mindMedia(x, mediaIds);
  const own = [...x.world.posts.values()].filter(({ author }) => author === user);
  if (own.some((post) => post.text === text && x.now() - post.createdAt < DUPLICATE_MS)) {
    throw problem.forbidden(REFUSALS.duplicate);
  }
  mindManners(x, { text, mediaIds, madeWithAi: made_with_ai, answered: answered ?? null });
  const id = x.nextId();
  const post: Post = {
    id,
    author: user,
    text,
    displayFrom: 0,
    versions: [id],
    replyTo: answered?.id ?? null,
    quotes: null,
    photos: [],
    mediaIds: [...mediaIds],
    madeWithAi: made_with_ai,
    createdAt: x.now(),
    deleted: false,
    likes: new Set(),
    language: 'en',
    longText: null,
    listed: x.settings.listsAtOnce,
  };
  x.world.posts.set(id, post);
  const withLink = twitterText.extractUrls(text).length > 0;
  x.ledger.buy(withLink ? 'post-with-link' : answered ? 'reply' : 'post', id, dayOf(x));
  return { status: 201, body: { data: { id, text, edit_history_post_ids: [id] } } };
}

/** The summon rule, and one reply to each interaction. */
function mindReply(x: X, answered: Post | null): void {
  const { bot, posts } = x.world;
  if (!answered || !isVisible(answered)) throw problem.forbidden(REFUSALS.gone);
  const quoted = answered.quotes === null ? undefined : posts.get(answered.quotes);
  if (!mentions(answered, bot) && quoted?.author !== bot) throw problem.forbidden(REFUSALS.notSummoned);
}

function mindMedia(x: X, mediaIds: readonly string[]): void {
  for (const id of mediaIds) {
    const media = x.world.media.get(id);
    if (media?.states[0] !== 'succeeded') throw problem.invalid('Your media IDs are invalid.');
  }
}

interface Manners {
  text: string;
  mediaIds: readonly string[];
  madeWithAi: boolean;
  answered: Post | null;
}

/** What X lets pass and does not allow; or what is dear. */
function mindManners(x: X, { text, mediaIds, madeWithAi, answered }: Manners): void {
  const { violations } = x.ledger;
  if (twitterText.extractUrls(text).length > 0) violations.push(`a link in: ${text}`);
  if (twitterText.extractMentions(text).length > 0) violations.push(`somebody is mentioned in: ${text}`);
  if (mediaIds.length > 0 && !madeWithAi) violations.push(`not labelled as made by AI: ${text}`);
  const before = [...x.world.posts.values()].filter(
    ({ author, replyTo }) => author === x.world.bot && replyTo !== null && answered?.versions.includes(replyTo),
  );
  if (answered && before.length > 0) violations.push(`a second reply to ${answered.id}`);
}

function deletePost({ x, user, params }: Call) {
  const post = x.world.posts.get(params.id ?? '');
  if (!post || post.deleted) throw problem.notFound('Could not find the post');
  if (post.author !== user) throw problem.forbidden('You are not authorized to delete this post.');
  post.deleted = true;
  return { status: 200, body: { data: { deleted: true } } };
}

function me({ x, user, query }: Call) {
  if (!user) throw problem.unauthorized();
  const { id, username, name } = user;
  if (user !== x.world.bot) x.ledger.buy('account-read', id, dayOf(x));
  const hidden = query['user.fields']?.split(',').includes('protected') ? { protected: user.protected } : {};
  return { status: 200, body: { data: { id, username, name, ...hidden } } };
}

export const postOperations: readonly Operation[] = [
  { method: 'GET', route: '/2/users/me', handle: me },
  { method: 'GET', route: '/2/users/{id}/mentions', handle: mentionsOf },
  { method: 'GET', route: '/2/users/{id}/tweets', handle: timelineOf },
  { method: 'GET', route: '/2/tweets/search/recent', handle: search },
  { method: 'GET', route: '/2/tweets', handle: lookUp },
  { method: 'POST', route: '/2/tweets', handle: makePost },
  { method: 'DELETE', route: '/2/tweets/{id}', handle: deletePost },
];
