import { UNKNOWN_STANDING } from '../../../calls/standing.ts';
import type { LinkedPicture } from '../../../media/links/take-in-link.ts';
import type { Member, StoredFile } from '../../../requests/index.ts';
import type { IncomingPost } from '../../chat-platform.ts';
import type { Includes, XPost } from '../connection/answers.ts';
import type { LookedUp } from '../look-up.ts';
import { momentOf, postRef } from '../post-refs.ts';
import { X } from '../x-limits.ts';
import { type Account, answeredPost, isAddressed, readableText } from './addressed.ts';

export interface ReadPostDependencies {
  account: Account;
  lookUp: (id: string) => Promise<LookedUp>;
  takeInLink: (link: string) => Promise<LinkedPicture>;
}

/** A post of X's as the bot hears it. An edited post keeps the id under which it was made. */
export async function readPost(
  post: XPost,
  includes: Includes,
  { account, lookUp, takeInLink }: ReadPostDependencies,
): Promise<IncomingPost> {
  const answered = answeredPost(post);
  return {
    ref: postRef(post.versions[0] ?? post.id),
    author: memberOf(post, includes),
    standing: UNKNOWN_STANDING,
    text: readableText(post, account),
    picture: await pictureOf(post, includes, { lookUp, takeInLink }),
    inReplyTo: answered === null ? null : postRef(firstVersionOf(answered, includes)),
    ...(isAddressed(post, account) ? {} : { unnamed: true }),
    language: post.language,
    postedAt: new Date(momentOf(post.versions[0] ?? post.id)).toISOString(),
  };
}

/** Under which an edited post is known here. */
function firstVersionOf(id: string, { posts }: Includes): string {
  return posts.find((post) => post.id === id)?.versions[0] ?? id;
}

function memberOf({ authorId }: XPost, { users }: Includes): Member {
  const author = users.find(({ id }) => id === authorId);
  return { platform: X, id: authorId ?? '', name: author?.name || author?.username || 'X' };
}

/** The first picture of the post, or of the post it quotes or answers where that is the same author's. */
async function pictureOf(
  post: XPost,
  includes: Includes,
  { lookUp, takeInLink }: Pick<ReadPostDependencies, 'lookUp' | 'takeInLink'>,
): Promise<StoredFile | null> {
  const link = photoOf(post, includes) ?? (await photoOfOwnBefore(post, includes, lookUp));
  if (link === null) return null;
  const taken = await takeInLink(link);
  return taken.outcome === 'taken' ? taken.file : null;
}

async function photoOfOwnBefore(
  post: XPost,
  includes: Includes,
  lookUp: ReadPostDependencies['lookUp'],
): Promise<string | null> {
  for (const { id } of post.references) {
    const referred = includes.posts.find((each) => each.id === id);
    if (!referred || referred.authorId !== post.authorId || referred.mediaKeys.length === 0) continue;
    // What hangs on a post that another refers to comes with the post itself only.
    const found =
      photoOf(referred, includes) ?? (await lookUp(id).then((seen) => seen && photoOf(seen.post, seen.includes)));
    if (found) return found;
  }
  return null;
}

function photoOf({ mediaKeys }: XPost, { media }: Includes): string | null {
  const photo = media.find(({ media_key, type, url }) => mediaKeys.includes(media_key) && type === 'photo' && url);
  return photo?.url ?? null;
}
