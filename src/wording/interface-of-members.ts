import type { Locale } from '../requests/index.ts';

const english = {
  'too-late-to-withdraw': 'This is over already: there is nothing to take back.',
  'join-code-unknown':
    'This code is not right, was used already or is too old. Get a new one where you have your other account.',
  'join-code-own': 'This account got the code itself. Enter it where you have your other account.',
  'joined-before': 'These two are joined already.',
  'joined-too-many': 'One person has at most {count} accounts here.',
  'join-tries': 'That was tried too often: at most {count} times an hour. Try again later.',
  'sign-in-not-ours':
    'This answer belongs to another attempt, or the attempt is too old. Begin again, and finish in the same browser.',
  'sign-in-denied': '{platform} was not allowed to tell us who you are, so nothing has changed.',
  'sign-in-code-spent': '{platform}’s answer was used already or is too old. Begin again.',
  'sign-in-no-role':
    'None of your roles on our Discord server opens the review desk. Whoever runs the server can give you one.',
  'role-given-elsewhere':
    'This role comes from Discord: give or take it there. Which roles open the desk is chosen with /opencall setup.',
  'sign-in-platform-away': '{platform} cannot tell us anything just now. Try again later; nothing has changed.',
  'sign-in-not-set-up':
    'Signing in with {platform} is not set up right here. Tell whoever runs Open Call: npm run opencall -- doctor says what is wrong.',
};

const arabic: Record<keyof typeof english, string> = {
  'too-late-to-withdraw': 'انتهى هذا من قبل، فلا شيء يُسحب.',
  'join-code-unknown': 'هذا الرمز غير صحيح أو استُعمل من قبل أو انتهت صلاحيته. احصل على رمز جديد حيث حسابك الآخر.',
  'join-code-own': 'هذا الحساب نفسه هو الذي حصل على الرمز. أدخله حيث حسابك الآخر.',
  'joined-before': 'هذان مرتبطان من قبل.',
  'joined-too-many': 'لا يكون لشخص واحد هنا أكثر من {count} حسابات.',
  'join-tries': 'حاولت ذلك كثيرًا: لا أكثر من {count} مرات في الساعة. حاول لاحقًا.',
  'sign-in-not-ours': 'هذا الجواب لمحاولة أخرى، أو أن المحاولة قديمة. ابدأ من جديد وأكمل في المتصفح نفسه.',
  'sign-in-denied': 'لم يُسمح لمنصة {platform} بأن تخبرنا من أنت، فلم يتغير شيء.',
  'sign-in-code-spent': 'جواب منصة {platform} استُعمل من قبل أو انتهت صلاحيته. ابدأ من جديد.',
  'sign-in-no-role': 'لا تفتح أيٌّ من رتبك في خادمنا على ديسكورد مكتب المراجعة. يستطيع من يدير الخادم أن يعطيك رتبة.',
  'role-given-elsewhere':
    'هذا الدور يأتي من ديسكورد، فأعطه أو خذه هناك. وتُختار الرتب التي تفتح المكتب بالأمر `/opencall setup`.',
  'sign-in-platform-away': 'لا تستطيع منصة {platform} أن تخبرنا بشيء الآن. حاول لاحقًا؛ لم يتغير شيء.',
  'sign-in-not-set-up':
    'الدخول عبر {platform} غير معدّ هنا كما ينبغي. أخبر من يشغّل Open Call: الأمر `npm run opencall -- doctor` يبيّن الخطأ.',
};

/** What the HTTP interface says to members about signing in and what is kept of them, by language. */
export const MEMBER_TEXTS = { en: english, ar: arabic } as const satisfies Record<Locale, typeof english>;
