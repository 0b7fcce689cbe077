import type { PromptRequest, UnderReview } from '../request.ts';
import { decidedBefore } from './appeal-rules.ts';
import type { Rules } from './rule.ts';
import { underReview } from './under-review.ts';

/** One that is asked more often than this is better declined. */
const MOST_QUESTIONS = 5;
/** Further words say nothing that these do not. */
const MOST_ANSWERS = 5;

/** Aside for a while: until a moment, until a curator takes it back, or until its requester has answered. */
export const holdRules: Rules<'held' | 'question-asked' | 'question-answered' | 'resumed'> = {
  held: (request, { curator, note, until }, now) => {
    if (request.state !== 'in-review') return 'not-now';
    return {
      next: { state: 'held', ...underReview(request), hold: { kind: 'later', curator, at: now, note, until } },
    };
  },

  'question-asked': (request, { curator, words, until }, now) => {
    if (request.state !== 'in-review') return 'not-now';
    const { questions = [], ...review } = underReview(request);
    if (questions.length >= MOST_QUESTIONS) return 'not-now';
    if (decidedBefore(request, curator)) return 'same-curator';
    const asked = [...questions, { curator, at: now, words, answers: [] }];
    return {
      next: { state: 'held', ...review, questions: asked, hold: { kind: 'question', curator, at: now, until } },
    };
  },

  'question-answered': (request, { words }, now) => {
    if (request.state !== 'in-review' && request.state !== 'held') return 'not-now';
    const { questions = [], ...review } = underReview(request);
    const last = questions.at(-1);
    if (!last || last.answers.length >= MOST_ANSWERS) return 'not-now';
    if (last.answers.some((answer) => answer.words === words)) return 'already-so';
    const answered = { ...last, answers: [...last.answers, { at: now, words }] };
    const heard: UnderReview = { ...review, questions: [...questions.slice(0, -1), answered] };
    // Put aside for another reason, it stays there with what was said.
    if (request.state === 'held' && request.hold.kind === 'later') {
      return { next: { state: 'held', ...heard, hold: request.hold } };
    }
    return { next: { state: 'in-review', ...heard } };
  },

  resumed: (request) => {
    if (request.state !== 'held') return 'not-now';
    return { next: { state: 'in-review', ...underReview(request) } };
  },
};

/** What its requester has been asked and not answered; null where there is nothing. */
export function openQuestionOf(request: PromptRequest): string | null {
  if (request.state !== 'held' && request.state !== 'in-review') return null;
  const last = request.questions?.at(-1);
  return last && last.answers.length === 0 ? last.words : null;
}
