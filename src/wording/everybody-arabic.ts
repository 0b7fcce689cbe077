import type { everybodyEnglish } from './everybody-english.ts';
import type { ArabicText } from './text.ts';

/** What is suggested to say to everybody about a call, in Arabic. */
export const everybodyArabic = {
  opened: 'دعوة جديدة: «{theme}».',
  how: 'ردّوا على هذا المنشور أو اذكرونا مع فكرتكم. القيّمون يختارون، والآلة تصنع المقطع.',
  'how-discord': 'اذكروني مع فكرتكم في جملة. القيّمون يختارون، والآلة تصنع المقطع.',
  'how-room': 'اكتبوا أدناه ما تودّون رؤيته. القيّمون يختارون، والآلة تصنع المقطع.',
  'open-until': 'مفتوحة حتى {date}.',
  extended: 'الدعوة «{theme}» مفتوحة الآن حتى {date}.',
  'extended-endless': 'الدعوة «{theme}» تبقى مفتوحة.',
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
  'reel-title': 'أفضل ما في «{theme}»',
  'reel-of': {
    one: 'أفضل {best} من مقطع واحد',
    two: 'أفضل {best} من مقطعين',
    few: 'أفضل {best} من {count} مقاطع',
    many: 'أفضل {best} من {count} مقطعًا',
    other: 'أفضل {best} من {count} مقطع',
  },
  'reel-alt': {
    one: 'عنوان، ثم أفضل مقطع في الدعوة باسم من طلبه.',
    two: 'عنوان، ثم أفضل مقطعين في الدعوة، كلٌّ باسم من طلبه.',
    few: 'عنوان، ثم أفضل {count} مقاطع في الدعوة، كلٌّ باسم من طلبه.',
    many: 'عنوان، ثم أفضل {count} مقطعًا في الدعوة، كلٌّ باسم من طلبه.',
    other: 'عنوان، ثم أفضل {count} مقطع في الدعوة، كلٌّ باسم من طلبه.',
  },
} as const satisfies Record<keyof typeof everybodyEnglish, ArabicText>;
