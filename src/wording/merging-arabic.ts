import type { mergingEnglish } from './merging-english.ts';
import type { ArabicText } from './text.ts';

/** See `merging-english.ts`. */
export const mergingArabic: Record<keyof typeof mergingEnglish, ArabicText> = {
  merge: 'ادمج',
  mergeInto: 'ادمجه في هذا',
  mergeAll: {
    zero: 'لا شيء للدمج',
    one: 'ادمجه في المفتوح',
    two: 'ادمج الاثنين في المفتوح',
    few: 'ادمج الطلبات الـ{count} كلها في المفتوح',
    many: 'ادمج الطلبات الـ{count} كلها في المفتوح',
    other: 'ادمج الطلبات الـ{count} كلها في المفتوح',
  },
  mergeTitle: 'في أي طلب يُدمج؟',
  mergeHint: 'مقطع واحد يجيب الاثنين، ويتبع هذا الطلب ما يُقرَّر في الآخر. اضغط رقمه.',
  mergeNone: 'لا طلب مشابهًا يمكن دمجه فيه.',
  mergedInto: 'مدمج في',
  mergedHere: {
    zero: 'لم يُدمج فيه شيء',
    one: 'دُمج فيه طلب واحد',
    two: 'دُمج فيه طلبان',
    few: 'دُمجت فيه {count} طلبات',
    many: 'دُمج فيه {count} طلبًا',
    other: 'دُمج فيه {count} طلب',
  },
  mergedMore: {
    zero: 'ولا غيرها',
    one: '… وواحد غيرها',
    two: '… واثنان غيرها',
    few: '… و{count} غيرها',
    many: '… و{count} غيرها',
    other: '… و{count} غيرها',
  },
  mergedAnswer: {
    zero: 'لا أحد غيره يُجاب بهذا المقطع.',
    one: 'يُجاب صاحبه بهذا المقطع أيضًا.',
    two: 'يُجاب صاحباهما بهذا المقطع أيضًا.',
    few: 'يُجاب أصحابها كلهم بهذا المقطع أيضًا.',
    many: 'يُجاب أصحابها كلهم بهذا المقطع أيضًا.',
    other: 'يُجاب أصحابها كلهم بهذا المقطع أيضًا.',
  },
  unmerge: 'بُتّ فيه وحده',
  openRequest: 'افتح',
  didMerge: 'الدمج',
  didUnmerge: 'ينتظر وحده من جديد',
  keysMerge: 'ادمجه في مشابه، ثم رقمه',
  eventMerged: 'دُمج في طلب آخر',
  eventUnmerged: 'مضى وحده من جديد',
  eventFateShared: 'انتهى كما انتهى ما دُمج فيه',
  eventTookIn: 'دُمج فيه طلب آخر',
  eventLetGo: 'مضى طلب آخر عنه وحده',
};
