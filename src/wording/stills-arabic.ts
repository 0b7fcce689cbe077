import type { stillsEnglish } from './stills-english.ts';
import type { ArabicText } from './text.ts';

/** The same in Arabic. */
export const stillsArabic: Record<keyof typeof stillsEnglish, ArabicText> = {
  still: 'الصورة الأولى',
  stillAsk: 'صورة أولًا',
  stillAgain: 'صورة أخرى',
  stillCost: 'تكلفتها {cost}',
  stillOfThese: 'صورة من هذه الكلمات',
  stillLeaveOut: 'اتركها',
  stillMaking: 'تُصنع الصورة الآن، وهي للقيّمين وحدهم.',
  stillAlt: 'الصورة التي صُنعت من الكلمات',
  stillBegins: 'إذا وافقت بدأ المقطع بهذه الصورة.',
  stillShows: 'المحرّك لا يقبل صورًا: هذه تُظهر فقط ما قد تؤدي إليه الكلمات.',
  stillOtherWords: 'صُنعت من هذه الكلمات، ولا يبدأ بها المقطع إلا إذا وافقت عليها:',
  stillFlagged: 'الفحص يطلب النظر فيها:',
  stillModeration: 'نموذج الصور يرفض صنعها.',
  stillMaker: 'لم يصنع نموذج الصور شيئًا.',
  stillNotAPicture: 'ما أرسله نموذج الصور ليس صورة.',
  stillBudget: 'لا متّسع في الميزانية لصورة.',
  stillScreening: 'صُنعت، والفحص لا يسمح لأحد برؤيتها.',
  stillUncertain: 'لا صورة، وربما حُسبت. صنع أخرى يُدفع من جديد.',
  keysStill: 'صورة أولًا',
  didStill: 'طلب الصورة',
  didLeaveStillOut: 'ترك الصورة',
  eventStillAsked: 'طُلبت صورة',
  eventStillMade: 'صُنعت الصورة',
  eventStillFailed: 'لا صورة',
  eventStillUncertain: 'ربما حُسبت صورة',
  eventStillLeftOut: 'تُركت الصورة',
};
