import type { ArabicText } from './text.ts';
import type { xEnglish } from './x-english.ts';

/** What is said on X only, in Arabic. */
export const xArabic = {
  'clip-1': 'إليك مقطعك. صُنع بالذكاء الاصطناعي.',
  'clip-2': 'مقطعك جاهز. صنعه الذكاء الاصطناعي من كلماتك.',
  'clip-3': 'طلبت، وها هو: مقطع من صنع الذكاء الاصطناعي.',
  'clip-4': 'تمّ! صُنع هذا المقطع بالذكاء الاصطناعي.',
  'clip-5': 'هذا ما صارت إليه فكرتك. صُنع بالذكاء الاصطناعي.',
  'clip-6': 'من المسرح مباشرة، بالذكاء الاصطناعي: مقطعك.',
  'drawn-1': 'إليك مقطعك: لوحة قصصية رسمها برنامج.',
  'drawn-2': 'مقطعك جاهز. رسمه برنامج من كلماتك، لوحةً قصصية.',
  'drawn-3': 'تمّ! هذه اللوحة القصصية رسمها برنامج.',
  quote: '«{caption}»',
  mark: 'المقطع {mark}',
  'call-mark': 'الدعوة {mark}',
} as const satisfies Record<keyof typeof xEnglish, ArabicText>;
