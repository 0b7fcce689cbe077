import type { DeskOutcome } from '../moderation/curation/review-desk.ts';
import type { Locale } from '../requests/index.ts';
import { fillIn } from './fill-in.ts';
import { MEMBER_TEXTS } from './interface-of-members.ts';

/** What the HTTP interface says when something is not possible, and what to do then. `{count}` is the limit passed. */
const english = {
  'not-readable': 'The request could not be read: it is not valid JSON.',
  invalid: 'Something in the request is not as it should be. See the field named.',
  'text-empty': 'Write something first.',
  'text-too-long': 'That is too long: at most {count} characters.',
  'name-empty': 'Choose a name with at least one letter or digit.',
  'name-too-long': 'That name is too long: at most {count} characters.',
  'name-taken-by-bot': 'That name looks like the bot’s own. Choose another.',
  'curator-name':
    'A curator’s name is at most {count} letters, digits, spaces, dots, apostrophes, “-” and “_”, and begins with a letter or a digit.',
  'unreadable-script':
    'The shots cannot be read: in each something happens, there are 20 at most, and together they last {count} s at most.',
  'no-such-post': 'The post you answer is no longer there.',
  'call-theme': 'Give the call a theme of at most {count} characters.',
  'call-opening': 'A call opens at a time to come, within a year.',
  'call-window': 'A call ends after it opens.',
  'call-end': 'The end of a call must lie ahead, and within a year.',
  'call-budget': 'A budget is more than nothing and at most {count} US dollars.',
  'call-caps': 'What a person may ask for is a whole number from 1 on.',
  'no-such-clip': 'The clip that you want to remix is no longer there.',
  'one-picture': 'Send one picture at most, in the field "picture".',
  'sign-in-needed': 'Sign in at the review desk first, with a fresh sign-in link.',
  'sign-in-link-spent': 'This sign-in link was used already or is too old. Ask for a new one.',
  'foreign-page': 'This was sent from another site, so nothing was done.',
  'not-yours': 'Only its author can do that.',
  'role-too-low': 'Your role at the desk does not allow that.',
  'curator-name-taken': 'There is a curator of that name. Only an operator can make another link for them.',
  'last-operator': 'Somebody has to be operator: give the role to another first.',
  'own-request': 'You cannot vote for your own.',
  'account-too-new': 'To keep votes fair, your account must have been there for {count} days before you can vote.',
  'member-too-new': 'To keep votes fair, you must have been in this server for {count} days before you can vote.',
  'not-found': 'There is nothing here (any more).',
  gone: 'This clip was taken down.',
  'not-open-for-votes': 'This can no longer be voted for.',
  'vote-askers-only': 'In this call, only those who asked for a clip in it may vote.',
  'vote-platforms-only': 'In this call, votes count only where it is open. You are not a member there.',
  'call-standing': 'The standing call is always there and cannot be changed here.',
  'call-over': 'This call is over. Give it a later end to open it again.',
  'call-changed': 'Somebody else has changed this call meanwhile. Look at how it stands now, and change it once more.',
  'appealed-before': 'You have appealed this already.',
  'not-to-appeal': 'There is nothing to appeal: it is still under way, or was decided in your favour.',
  'body-too-large': 'That is too much at once.',
  'picture-too-large': 'The picture is too large: at most {count} MB.',
  'picture-too-many-pixels': 'The picture has too many pixels. Send a smaller one.',
  'picture-not-readable': 'This is not a picture that can be read. Send a JPEG, PNG or WebP.',
  'one-video': 'Send one video, in the field "video".',
  'video-too-large': 'The video is too large: at most {count} MB.',
  'video-not-readable': 'This is not a video that can be read. Send an MP4 or a WebM.',
  'wrong-type': 'The request has the wrong content type.',
  'not-in-file': 'The file has no such part.',
  'unknown-host': 'This address is not one of ours. Set PUBLIC_URL to the address people use.',
  'too-many': 'That was a lot at once. Try again in {count} s.',
  'no-translation': 'No translation could be had just now. Try again in a moment.',
  'sentences-full': 'There are {count} sentences already. Take one out first.',
  'too-many-open': 'Too many open pages follow the room. Close one of them.',
  internal: 'Something went wrong here. It has been noted.',
  unavailable: 'This cannot be done at the moment. Try again soon.',
  'storage-full': 'There is no room left to keep this. The operator has to make some.',
  'desk-already-decided': 'This was decided already.',
  'desk-already-decided-by': '{name} decided this already.',
  'desk-held-by-another': '{name} is looking at this one.',
  'desk-not-now': 'That cannot be done with it as it stands now.',
  'desk-one-more-needed': 'Noted. One more curator has to approve it.',
  'desk-another-curator': 'You decided on this before; another curator has to.',
  'cannot-ask-there': 'Nobody can be asked back where this came from.',
  'nothing-came': 'There will be no clip of this one.',
  guest: 'Guest {number}',
  ...MEMBER_TEXTS.en,
};

export type InterfaceKey = keyof typeof english;

const arabic: Record<InterfaceKey, string> = {
  'not-readable': 'تعذّرت قراءة الطلب: ليس بصيغة JSON صحيحة.',
  invalid: 'في الطلب ما ليس كما ينبغي. انظر الحقل المذكور.',
  'text-empty': 'اكتب شيئًا أولًا.',
  'text-too-long': 'النص طويل جدًا. الحد الأقصى لعدد الأحرف: {count}.',
  'name-empty': 'اختر اسمًا فيه حرف أو رقم على الأقل.',
  'name-too-long': 'الاسم طويل جدًا. الحد الأقصى لعدد الأحرف: {count}.',
  'name-taken-by-bot': 'هذا الاسم يشبه اسم البوت. اختر اسمًا آخر.',
  'curator-name':
    'يتكوّن اسم القيّم من حروف وأرقام ومسافات ونقاط و"-" و"_"، ويبدأ بحرف أو رقم. الحد الأقصى لعدد الأحرف: {count}.',
  'unreadable-script':
    'تعذّرت قراءة اللقطات: يحدث شيء في كل منها، وأكثرها عشرون، ومدتها معًا بالثواني {count} على الأكثر.',
  'no-such-post': 'المنشور الذي تردّ عليه لم يعد موجودًا.',
  'call-theme': 'اكتب للدعوة موضوعًا. الحد الأقصى لعدد الأحرف: {count}.',
  'call-opening': 'تُفتح الدعوة في وقت لاحق، وخلال سنة.',
  'call-window': 'تنتهي الدعوة بعد افتتاحها.',
  'call-end': 'يجب أن تكون نهاية الدعوة لاحقة، وخلال سنة.',
  'call-budget': 'الميزانية أكثر من صفر. الحد الأقصى بالدولار الأمريكي: {count}.',
  'call-caps': 'ما يحق للشخص طلبه عدد صحيح يبدأ من 1.',
  'no-such-clip': 'المقطع الذي تريد إعادة صنعه لم يعد موجودًا.',
  'one-picture': 'أرسل صورة واحدة على الأكثر.',
  'sign-in-needed': 'سجّل الدخول إلى مكتب المراجعة أولًا برابط دخول جديد.',
  'sign-in-link-spent': 'رابط الدخول هذا استُعمل من قبل أو انتهت صلاحيته. اطلب رابطًا جديدًا.',
  'foreign-page': 'أُرسل هذا من موقع آخر، فلم يُنفَّذ شيء.',
  'not-yours': 'لا يستطيع ذلك إلا صاحبه.',
  'role-too-low': 'دورك في المكتب لا يسمح بذلك.',
  'curator-name-taken': 'هناك قيّم بهذا الاسم. لا يصنع له رابطًا آخر إلا مشغّل.',
  'last-operator': 'لا بد من مشغّل واحد على الأقل: أعطِ الدور لغيره أولًا.',
  'own-request': 'لا يمكنك التصويت لطلبك.',
  'account-too-new': 'ليكون التصويت عادلًا، يجب أن يمضي على حسابك عدد من الأيام قبل أن تصوّت: {count}.',
  'member-too-new': 'ليكون التصويت عادلًا، يجب أن يمضي على وجودك في هذا الخادم عدد من الأيام قبل أن تصوّت: {count}.',
  'not-found': 'لا شيء هنا، أو لم يعد موجودًا.',
  gone: 'أُزيل هذا المقطع.',
  'not-open-for-votes': 'لم يعد التصويت لهذا ممكنًا.',
  'vote-askers-only': 'في هذه الدعوة يصوّت من طلب فيها مقطعًا فقط.',
  'vote-platforms-only': 'في هذه الدعوة يصوّت الأعضاء حيث هي مفتوحة فقط، ولستَ عضوًا هناك.',
  'call-standing': 'الدعوة الدائمة باقية دائمًا ولا تُغيَّر هنا.',
  'call-over': 'انتهت هذه الدعوة. حدِّد نهاية لاحقة لتُفتح من جديد.',
  'call-changed': 'غيّر شخص آخر هذه الدعوة في هذه الأثناء. انظر كيف صارت، ثم غيّرها من جديد.',
  'appealed-before': 'سبق أن اعترضت على هذا.',
  'not-to-appeal': 'لا شيء يُعترض عليه: ما زال الأمر جاريًا، أو كان القرار لك.',
  'body-too-large': 'هذا أكبر مما يمكن استقباله دفعة واحدة.',
  'picture-too-large': 'الصورة كبيرة جدًا. الحد الأقصى بالميغابايت: {count}.',
  'picture-too-many-pixels': 'في الصورة عدد كبير جدًا من البكسلات. أرسل صورة أصغر.',
  'picture-not-readable': 'هذه ليست صورة يمكن قراءتها. أرسل صورة JPEG أو PNG أو WebP.',
  'one-video': 'أرسل مقطعًا واحدًا في الحقل «video».',
  'video-too-large': 'المقطع كبير جدًا: {count} ميغابايت على الأكثر.',
  'video-not-readable': 'هذا ليس مقطعًا يمكن قراءته. أرسل MP4 أو WebM.',
  'wrong-type': 'نوع محتوى الطلب غير صحيح.',
  'not-in-file': 'لا يوجد هذا الجزء في الملف.',
  'unknown-host': 'هذا العنوان ليس من عناويننا. اضبط PUBLIC_URL على العنوان المستخدم.',
  'too-many': 'طلبات كثيرة دفعة واحدة. ثوانٍ حتى المحاولة التالية: {count}.',
  'no-translation': 'لم تتيسّر الترجمة الآن. حاول بعد قليل.',
  'sentences-full': 'عدد الجمل وصل إلى حدّه: {count}. احذف واحدة أولًا.',
  'too-many-open': 'صفحات مفتوحة كثيرة تتابع الغرفة. أغلق إحداها.',
  internal: 'حدث خطأ لدينا، وقد سُجّل.',
  unavailable: 'لا يمكن تنفيذ ذلك الآن. حاول بعد قليل.',
  'storage-full': 'لم تبقَ مساحة للحفظ. على المشغّل توفير مساحة.',
  'desk-already-decided': 'اتُّخذ القرار في هذا من قبل.',
  'desk-already-decided-by': 'اتّخذ {name} القرار في هذا من قبل.',
  'desk-held-by-another': 'ينظر {name} في هذا الطلب الآن.',
  'desk-not-now': 'لا يمكن فعل ذلك به في حالته الآن.',
  'desk-one-more-needed': 'سُجِّلت موافقتك. تلزم موافقة قيّم آخر.',
  'desk-another-curator': 'سبق أن قرّرت في هذا، فعلى قيّم آخر أن يقرّر.',
  'cannot-ask-there': 'لا يمكن سؤال أحد حيث جاء هذا الطلب.',
  'nothing-came': 'لن يكون لهذا الطلب مقطع.',
  guest: 'ضيف {number}',
  ...MEMBER_TEXTS.ar,
};

/** The interface's sentences, by language. */
export const INTERFACE_TEXTS: Record<Locale, Record<InterfaceKey, string>> = { en: english, ar: arabic };

/** `count` is the limit that was passed, where there is one; `about` what else the sentence names. */
export function sayInterface(
  locale: Locale,
  key: InterfaceKey,
  count?: number,
  about: { platform?: string } = {},
): string {
  return fillIn(locale, INTERFACE_TEXTS[locale][key], count === undefined ? about : { ...about, count });
}

/** The name of a visitor who has not chosen one. */
export function sayGuest(locale: Locale, number: number): string {
  return INTERFACE_TEXTS[locale].guest.replace('{number}', String(number));
}

/** Why a curator's action was not done; null when it was. */
export function sayDeskOutcome(locale: Locale, { outcome, by }: Pick<DeskOutcome, 'outcome' | 'by'>): string | null {
  const name = by ?? '—';
  switch (outcome) {
    case 'done':
      return null;
    case 'already-decided':
      if (by === null) return sayInterface(locale, 'desk-already-decided');
      return fillIn(locale, INTERFACE_TEXTS[locale]['desk-already-decided-by'], { name });
    case 'held-by-another':
      return fillIn(locale, INTERFACE_TEXTS[locale]['desk-held-by-another'], { name });
    case 'not-now':
      return sayInterface(locale, 'desk-not-now');
    case 'one-more-needed':
      return sayInterface(locale, 'desk-one-more-needed');
    case 'another-curator':
      return sayInterface(locale, 'desk-another-curator');
    default:
      return outcome satisfies never;
  }
}
