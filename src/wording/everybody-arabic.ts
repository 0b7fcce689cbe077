import type { everybodyEnglish } from './everybody-english.ts';
import type { ArabicText } from './text.ts';

/** What is suggested to say to everybody about a call, in Arabic. */
export const everybodyArabic = {
  opened: 'دعوة جديدة: «{theme}».',
  how: 'ردّوا على هذا المنشور أو اذكرونا مع فكرتكم. القيّمون يختارون، والذكاء الاصطناعي يصنع المقطع.',
  'open-until': 'مفتوحة حتى {date}.',
  closed: 'انتهت الدعوة «{theme}».',
  made: {
    one: 'خرج منها مقطع واحد.',
    two: 'خرج منها مقطعان.',
    few: 'خرجت منها {count} مقاطع.',
    many: 'خرج منها {count} مقطعًا.',
    other: 'خرج منها {count} مقطع.',
  },
  best: 'الأفضل بحسب أصواتكم:',
  winner: '{place}. {name}',
  thanks: 'شكرًا للجميع.',
} as const satisfies Record<keyof typeof everybodyEnglish, ArabicText>;
