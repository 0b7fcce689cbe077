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
  quote: '«{caption}»',
  mark: 'المقطع {mark}',
  'call-mark': 'الدعوة {mark}',
} as const satisfies Record<keyof typeof xEnglish, ArabicText>;
