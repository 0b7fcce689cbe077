import { type AdvanceDependencies, advance, memberKey, type PromptRequest } from '../requests/index.ts';
import type { IncomingPost } from './chat-platform.ts';
import type { OwnPosts } from './own-posts.ts';
import { isQuestionKey } from './post-keys.ts';

const LONGEST_WORDS = 2000;

export interface TakeAnswerDependencies extends AdvanceDependencies {
  ownPosts: Pick<OwnPosts, 'findByRef'>;
}

/** Whether a post answers what a curator asked its author; then it is an answer and no request. */
export async function takeAnswer(dependencies: TakeAnswerDependencies, post: IncomingPost): Promise<boolean> {
  const words = post.text
    .replace(/@opencall\b/gi, ' ')
    .trim()
    .slice(0, LONGEST_WORDS)
    .toWellFormed();
  if (post.inReplyTo === null || words === '') return false;
  const { request, isQuestion } = await answeredBy(dependencies, post.inReplyTo);
  if (!request || memberKey(request.requester) !== memberKey(post.author)) return false;
  const decision = hasQuestion(request)
    ? await advance(dependencies, request, { kind: 'question-answered', words })
    : null;
  // What answers the question itself is no wish of its own, though nobody waits for it any more.
  return isQuestion || (decision !== null && (decision.applies || decision.why === 'already-so'));
}

/** Who answers their own post, or whatever we said to it, means the same. */
async function answeredBy(
  { ownPosts, requests }: TakeAnswerDependencies,
  ref: NonNullable<IncomingPost['inReplyTo']>,
): Promise<{ request: PromptRequest | null; isQuestion: boolean }> {
  const ours = await ownPosts.findByRef(ref);
  if (!ours) return { request: await requests.findByPost(ref), isQuestion: false };
  // What we say to everybody is about no request.
  const request = ours.requestId ? await requests.find(ours.requestId) : null;
  return { request, isQuestion: isQuestionKey(ours.key) };
}

function hasQuestion(request: PromptRequest): boolean {
  return (request.state === 'held' || request.state === 'in-review') && request.questions !== undefined;
}
