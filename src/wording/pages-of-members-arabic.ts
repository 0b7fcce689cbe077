import type { pagesOfMembersEnglish } from './pages-of-members-english.ts';
import type { ArabicText } from './text.ts';

/** The same in Arabic. */
export const pagesOfMembersArabic = {
  signInDiscord: 'الدخول عبر ديسكورد',
  signInDiscordHint:
    'يخبرنا ديسكورد من أنت وما رتبك في خادمنا، والرتب التي تفتح المكتب تفتحه هنا. لا نحتفظ بأي مفتاح لحسابك.',
  signInLinkHint: 'أو افتح رابط الدخول الذي طبعه التطبيق أو أعطاك إياه أحد المشرفين، وهو يعمل مرة واحدة.',
  signInReturnTitle: 'العودة من ديسكورد',
  signInReturning: 'لحظة: ننظر في جواب ديسكورد…',
  signInAgain: 'ابدأ من جديد',
} as const satisfies Record<keyof typeof pagesOfMembersEnglish, ArabicText>;
