import type { Locale, PromptRequest, RequestIn } from '../requests/index.ts';
import { progressBar, progressOf, say, sayHowToAsk, sayMayNotAsk, sayProblems, sayStatus } from '../wording/index.ts';
import type { Answer } from './answer.ts';

/** How a request stands, for its status post; with a bar where the post follows the clip's making. */
export function statusText(
  request: PromptRequest,
  placeInLine: number | null,
  { withBar, appeals }: { withBar: boolean; appeals: boolean } = { withBar: false, appeals: false },
): string {
  const status = sayStatus(request.locale, request, placeInLine, { appeals });
  if (!withBar || request.state !== 'generating') return status;
  return `${status}\n${progressBar(request.locale, progressOf(request.shots))}`;
}

/** The words that come with the finished clip. */
export function clipText({ locale, requester }: RequestIn<'ready'>): string {
  return say(locale, 'status-delivered', { name: `@${requester.name}` });
}

/** What the bot has to say to a post that became no request. */
export function answerText(answer: Answer, locale: Locale): string {
  switch (answer.kind) {
    case 'problems':
      return sayProblems(locale, answer.problems);
    case 'how-to-ask':
      return sayHowToAsk(locale);
    case 'may-not-ask':
      return sayMayNotAsk(locale, answer.why);
    case 'too-late-to-edit':
      return say(locale, 'too-late');
    default:
      return answer satisfies never;
  }
}
