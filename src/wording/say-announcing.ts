import type { AnnouncementOutcome } from '../bots/announcing/announcements.ts';
import type { AnnouncementProblem } from '../bots/announcing/announcer.ts';
import type { Locale } from '../requests/index.ts';
import { fillIn } from './fill-in.ts';

/** Why a call was not announced, and what to do. */
const english = {
  empty: 'Write something first.',
  'too-long': 'That is too long: {count} characters are the most there. X counts two for an emoji.',
  link: 'Leave out links, and words with a dot in them: X makes a link of them and asks 0.20 $ for it.',
  mention: 'Leave out names with @: X would tell whoever is named.',
  'under-way': 'Somebody is announcing this just now. Look again in a moment.',
  'not-now': 'There is nothing of this call to announce now.',
  'posted-already': 'This is announced already.',
  failed: 'It was not posted: {why}',
  unclear: 'It may be there or not: {why} Press again: it is looked for first, and never posted twice.',
};

const arabic: typeof english = {
  empty: 'اكتب شيئًا أولًا.',
  'too-long': 'هذا أطول من اللازم: أقصى ما يُنشر هناك {count} حرف. يحسب X الرمز التعبيري باثنين.',
  link: 'احذف الروابط والكلمات التي فيها نقطة: يجعل X منها رابطًا ويتقاضى عنه 0.20 دولار.',
  mention: 'احذف الأسماء المسبوقة بعلامة @: سيُبلغ X أصحابها.',
  'under-way': 'هناك من يعلن هذا الآن. انظر ثانية بعد قليل.',
  'not-now': 'لا شيء في هذه الدعوة يُعلن الآن.',
  'posted-already': 'أُعلن هذا من قبل.',
  failed: 'لم يُنشر: {why}',
  unclear: 'قد يكون منشورًا وقد لا يكون: {why} اضغط ثانية: يُبحث عنه أولًا ولا يُنشر مرتين.',
};

export const ANNOUNCING_TEXTS = { en: english, ar: arabic } as const;

/** What a curator is told of a press; null where it is posted. */
export function sayAnnouncing(locale: Locale, done: AnnouncementOutcome): string | null {
  const texts = ANNOUNCING_TEXTS[locale];
  switch (done.outcome) {
    case 'posted':
      return null;
    case 'problems':
      return done.problems
        .map((problem: AnnouncementProblem) => fillIn(locale, texts[problem], { count: done.most }))
        .join(' ');
    case 'failed':
      return fillIn(locale, texts[done.sent ? 'unclear' : 'failed'], { why: done.why });
    default:
      return texts[done.outcome];
  }
}
