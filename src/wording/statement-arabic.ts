import type { statementEnglish } from './statement-english.ts';
import type { ArabicText } from './text.ts';

/** Statements of reasons, in Arabic. */
export const statementArabic = {
  'decision-not-made': 'لن يُصنع مقطع مما طُلب.',
  'decision-not-shown': 'صُنع المقطع لكنه لا يُعرض على أحد.',
  'decision-taken-down': 'أُزيل المقطع من كل مكان نشرناه فيه.',
  'facts-prompt': 'يتعلق القرار بطلب بتاريخ {date}.',
  'facts-picture': 'يتعلق القرار بطلب مع صورة بتاريخ {date}.',
  'facts-clip': 'يتعلق القرار بمقطع بتاريخ {date} صنعه محرّك من طلب.',
  'facts-reported': 'كان أحدهم قد أبلغ عنه.',
  'facts-checked': 'فحصته فحوص آلية ({checks}) ووجدت فيه: {policies}.',
  'facts-clean': 'فحصته فحوص آلية ({checks}) ولم تجد شيئًا.',
  'facts-version': 'واستندت إلى سياسات {version}.',
  'facts-system': 'وقرّرت وحدها دون تدخل إنسان.',
  'facts-curator-after-system': 'واتخذ إنسان القرار وهو يعلم ما وجدته الفحوص.',
  'facts-curator': 'واتخذ إنسان القرار.',
  'redress-appeal': 'يمكنك الاعتراض هنا مرة واحدة: ينظر فيه مجددًا من لم يتخذ القرار.',
  'redress-appealed': 'سبق أن اعترضت هنا، ولا يُنظر فيه مرة أخرى.',
  'redress-outside':
    'في الاتحاد الأوروبي يمكنك اللجوء إلى هيئة معتمدة لتسوية النزاعات خارج المحاكم، وإلى المحكمة؛ وفي غيره إلى المحكمة.',
} as const satisfies Record<keyof typeof statementEnglish, ArabicText>;
