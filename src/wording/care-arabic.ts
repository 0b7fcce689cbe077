import type { careEnglish } from './care-english.ts';
import type { ArabicText } from './text.ts';

/** See `care-english.ts`. */
export const careArabic: Record<keyof typeof careEnglish, ArabicText> = {
  care: 'الرعاية',
  careTitle: 'كيف يُعرض عليك المحتوى الشديد',
  careHint: 'لك وحدك، أينما سجّلت الدخول.',
  careVeil: 'يُطمس ويُعرض بلا ألوان',
  veilNone: 'لا شيء',
  veilGrave: 'ما لاحظ فيه الفحص شيئًا',
  veilAll: 'كل صورة ومقطع',
  careReveal: 'يظهر',
  revealHeld: 'فقط ما دمت ضاغطًا على الزر أو B',
  revealLeft: 'بضغطة، ويبقى ظاهرًا',
  careSilent: 'المطموس يعمل بلا صوت',
  careBreak: 'اقترح استراحة بعد هذا العدد من المحتوى الشديد على التوالي (0: أبدًا)',
  careSave: 'احفظ',
  holdVeil: 'اضغط باستمرار لإظهاره',
  breakTitle: 'أحان وقت استراحة؟',
  breakHint: {
    zero: 'لا شيء شديدًا.',
    one: 'طلب شديد واحد. الباقي ينتظرك أو ينتظر غيرك.',
    two: 'طلبان شديدان على التوالي. الباقي ينتظرك أو ينتظر غيرك.',
    few: '{count} طلبات شديدة على التوالي. الباقي ينتظرك أو ينتظر غيرك.',
    many: '{count} طلبًا شديدًا على التوالي. الباقي ينتظرك أو ينتظر غيرك.',
    other: '{count} طلب شديد على التوالي. الباقي ينتظرك أو ينتظر غيرك.',
  },
  breakTaken: 'أكمل',
  keysReveal: 'أظهر المطموس ما دمت ضاغطًا',
  careNames: 'لا يقرأ أصحاب الطلبات اسمك أبدًا: أنت عندهم «قيّم».',
};
