import type { sentencesEnglish } from './sentences-english.ts';
import type { ArabicText } from './text.ts';

/** See `sentences-english.ts`. */
export const sentencesArabic: Record<keyof typeof sentencesEnglish, ArabicText> = {
  sentences: 'الجمل',
  sentencesTitle: 'جمل لمن يُعتذر عن طلبه',
  sentencesHint: 'تُكتب مرة باللغتين، ويقرؤها كل صاحب طلب بلغته. اختر واحدة أثناء الاعتذار بالمفتاح T.',
  sentencesNone: 'لا جمل بعد.',
  sentenceReason: 'السبب',
  sentenceEnglish: 'بالإنجليزية',
  sentenceArabic: 'بالعربية',
  sentenceShared: 'لكل من في المكتب',
  sentenceAdd: 'احفظها',
  sentenceChange: 'تعديل',
  sentenceSave: 'حفظ',
  sentenceRemove: 'احذفها',
  sentenceChoose: 'جملة محفوظة',
  sentenceOwn: 'لا شيء: بكلماتي',
  keysSentence: 'أثناء الاعتذار: جملة محفوظة',
};
