import type { XPost } from '../connection/answers.ts';

/** Who we are at X. */
export interface Account {
  id: string;
  /** Without the `@`. */
  username: string;
}

const LEADING_MENTIONS = /^(?:\s*@\w{1,20}\s+)+(?=\S)|^(?:\s*@\w{1,20}\s*)+$/;

/**
 * Whether a post speaks to the bot: one that a person wrote, with the bot's mention in what they wrote. X puts those who
 * are answered before an answer's words; a thank-you to a clip asks for nothing, and the bot stays out of talk that only
 * carries its name along.
 */
export function isAddressed(post: XPost, account: Account): boolean {
  return namesBot(post, account) && mentionOf(account.username).test(wordsOf(post, account));
}

/**
 * Whether the bot's name stands in a post at all, be it that X itself put it before an answer to the bot. Without it
 * X lets nobody answer.
 */
export function namesBot(post: XPost, account: Account): boolean {
  if (post.authorId === null || post.authorId === account.id) return false;
  if (post.references.some(({ type }) => type === 'retweeted')) return false;
  return mentionOf(account.username).test(post.text);
}

export function answeredPost({ references }: XPost): string | null {
  return references.find(({ type }) => type === 'replied_to')?.id ?? null;
}

/** A post's own words, with the bot's mention as `@opencall` in the place where it stood. */
export function readableText(post: XPost, account: Account): string {
  const words = wordsOf(post, account).replace(new RegExp(mentionOf(account.username), 'gi'), ' @opencall ');
  return fromHtml(words).trim();
}

/** Without the mentions that X itself put before the words of an answer. */
function wordsOf(post: XPost, account: Account): string {
  if (answeredPost(post) === null) return post.text;
  if (post.displayFrom !== null) return [...post.text].slice(post.displayFrom).join('');
  // Nothing tells which of them were put there. An answer to the bot itself has its mention for that reason alone.
  if (post.inReplyToUserId !== account.id) return post.text;
  return post.text.replace(LEADING_MENTIONS, '');
}

function mentionOf(username: string): RegExp {
  return new RegExp(`(?<![\\w@])@${username}(?!\\w)`, 'i');
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };

/** X escapes five signs of a text, once. */
function fromHtml(text: string): string {
  return text.replace(/&(lt|gt|quot|#39|amp);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}
