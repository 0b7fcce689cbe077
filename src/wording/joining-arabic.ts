import type { joiningEnglish } from './joining-english.ts';
import type { ArabicText } from './text.ts';

/** The texts of the pages about accounts that their owner joins, in Arabic. */
export const joiningArabic = {
  joinTitle: 'حساباتك حساب واحد',
  joinHint:
    'يمكنك ربط حسابات كلها لك، هنا أو في متصفح آخر أو في مكان آخر، فتصبح شخصًا واحدًا: صوت واحد لكل شيء، وحد واحد للطلبات. لا يتغير غير ذلك، ويمكنك التراجع عنه.',
  joinedTo: 'المرتبط بهذا الحساب:',
  joinOnX: 'في إكس، باسم {name}',
  joinPart: 'فصل هذا الحساب',
  joinParted: 'هذا الحساب وحده من جديد.',
  joinGetCode: 'الحصول على رمز',
  joinXName: 'اسمك في إكس، إن كنت تربط حسابك هناك',
  joinCodeIs: {
    one: 'رمزك، يصلح دقيقة ومرة واحدة:',
    two: 'رمزك، يصلح دقيقتين ومرة واحدة:',
    few: 'رمزك، يصلح {count} دقائق ومرة واحدة:',
    many: 'رمزك، يصلح {count} دقيقة ومرة واحدة:',
    other: 'رمزك، يصلح {count} دقيقة ومرة واحدة:',
  },
  joinEnterIt: 'أدخله حيث تكون بحسابك الآخر: في هذه الصفحة، أو في ديسكورد بالأمر \u2066/my link\u2069. ولا تُرِه أحدًا.',
  joinEnterOnX: 'انشر في إكس، باسم {name}، إشارة إلى البوت بهذه الكلمات:',
  joinXWords: 'اربط {code}',
  joinHaveCode: 'رمز حصل عليه حسابك الآخر',
  joinEnter: 'ربط',
  joinDone: 'تم الربط: كلاهما شخص واحد الآن.',
  auditAccountsJoined: 'ربط أحد الأعضاء حساباته ({platforms})، ولها صوت واحد من الآن',
  auditAccountParted: 'فصل أحد الأعضاء حسابًا عن حساباته المرتبطة ({platform})',
} as const satisfies Record<keyof typeof joiningEnglish, ArabicText>;
