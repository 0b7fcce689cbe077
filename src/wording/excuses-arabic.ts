import type { Excuse } from '../moderation/screening/excuse.ts';

export const excusesArabic: Record<Excuse, string> = {
  'history-lesson': 'درس في التاريخ',
  satire: 'سخرية معلنة',
  reenactment: 'إعادة تمثيل معلنة',
  fiction: 'خيال',
  sport: 'رياضة',
  medicine: 'طب',
  art: 'فن',
  warning: 'تحذير منه',
  question: 'سؤال',
  'said-against': 'رفض له أو نقل عن غيره',
};
