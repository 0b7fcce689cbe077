import { type AdvanceDependencies, advance, memberKey, type PromptRequest } from '../requests/index.ts';
import type { IncomingPost } from './chat-platform.ts';
import type { OwnPosts } from './own-posts.ts';

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
  const request = await requestAnswered(dependencies, post.inReplyTo);
  if (!request || !hasQuestion(request) || memberKey(request.requester) !== memberKey(post.author)) return false;
  const decision = await advance(dependencies, request, { kind: 'question-answered', words });
  return decision.applies || decision.why === 'already-so';
}

/** Who answers their own post, or whatever we said to it, means the same. */
async function requestAnswered(
  { ownPosts, requests }: TakeAnswerDependencies,
  ref: NonNullable<IncomingPost['inReplyTo']>,
): Promise<PromptRequest | null> {
  const ours = await ownPosts.findByRef(ref);
  return ours?.requestId ? requests.find(ours.requestId) : requests.findByPost(ref);
}

function hasQuestion(request: PromptRequest): boolean {
  return (request.state === 'held' || request.state === 'in-review') && request.questions !== undefined;
}
