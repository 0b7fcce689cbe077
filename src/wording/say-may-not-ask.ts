import type { AskAnswer } from '../calls/may-ask.ts';
import type { Locale } from '../requests/index.ts';
import { moment, say } from './say.ts';

/** Why a member may not ask for a clip now. */
export function sayMayNotAsk(locale: Locale, answer: Extract<AskAnswer, { allowed: false }>): string {
  switch (answer.why) {
    case 'closed':
      return say(locale, 'closed-call', { date: moment(locale, answer.at) });
    case 'not-open-yet':
      return say(locale, 'not-open-yet', { date: moment(locale, answer.at) });
    case 'too-many-open':
    case 'too-many-today':
      return say(locale, answer.why, { count: answer.limit });
    default:
      return answer satisfies never;
  }
}
