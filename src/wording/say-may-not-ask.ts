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
    case 'paused':
    case 'call-paused':
    case 'blocked':
      return say(locale, answer.why);
    case 'too-many-open':
    case 'too-many-today':
    case 'too-many-in-call':
      return say(locale, answer.why, { count: answer.limit });
    case 'too-soon':
    case 'account-too-young':
    case 'member-too-young':
    case 'slowed-down':
    case 'struck-out':
      return say(locale, answer.why, { date: moment(locale, answer.until) });
    default:
      return answer satisfies never;
  }
}
