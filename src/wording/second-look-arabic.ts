import type { secondLookEnglish } from './second-look-english.ts';
import type { ArabicText } from './text.ts';

/** What curators read of second approvals, appeals and strikes, in Arabic. */
export const secondLookArabic: Record<keyof typeof secondLookEnglish, ArabicText> = {
  twoMustApprove: 'يحتاج هذا إلى موافقة قيّمَين اثنين',
  oneMoreNeeded: 'وافق {name} على هذا. تلزم موافقة أخرى',
  firstApprovedText: 'النص الذي وافق عليه {name}',
  oneMoreToRelease: 'يرى {name} الإفراج عنه. تلزم موافقة أخرى',
  didFirstApproval: 'تسجيل موافقتك، وتلزم موافقة أخرى',
  attentionAppealed: 'صاحب الطلب يعترض',
  upholdThisAppeal: 'اقبل الاعتراض: انظر فيه ثانية',
  dismissAppeal: 'يبقى كما هو',
  eventAppealed: 'اعترض صاحب الطلب',
  eventAppealDismissed: 'رُدّ اعتراض',
  appeal: 'اعترض',
  appealTitle: 'أتطلب نظرة ثانية؟',
  appealHint: 'ينظر فيه من لم يقرّر فيه من قبل. يمكنك طلب ذلك مرة واحدة.',
  appealWords: 'لماذا يُنظر فيه ثانية؟',
  appealSend: 'أرسل الاعتراض',
  appealCancel: 'دعه',
};
