import type { Clock } from '../requests/index.ts';
import type { Answer } from './answer.ts';
import type { IncomingPost } from './chat-platform.ts';
import { chooseLocale } from './choose-locale.ts';
import type { OwnPosts } from './own-posts.ts';
import type { Platforms } from './platforms.ts';
import { answerKey } from './post-keys.ts';
import { publishOnce } from './publish-once.ts';
import { answerText } from './texts.ts';

export type AnswerPost = (post: IncomingPost, answer: Answer) => Promise<void>;

export interface AnswerPostDependencies {
  platforms: Platforms;
  ownPosts: OwnPosts;
  clock: Clock;
}

/** Answers a post once, in its author's language, where the platform has room for that. */
export function createAnswerPost({ platforms, ownPosts, clock }: AnswerPostDependencies): AnswerPost {
  return async (post, answer) => {
    const platform = platforms.byId(post.ref.platform);
    if (!platform?.limits.answers) return;
    const locale = chooseLocale(post);
    const text = answerText(answer, locale);
    await publishOnce(
      platform,
      {
        kind: 'answer',
        inReplyTo: post.ref,
        key: answerKey(post.ref, text),
        requestId: null,
        locale,
        text,
        notify: post.author,
        video: null,
      },
      { ownPosts, clock },
    );
  };
}
