import type { signInEnglish } from './sign-in-english.ts';
import type { ArabicText } from './text.ts';

/** What a browser shows to whoever logged the bot in somewhere, in Arabic. */
export const signInArabic = {
  title: 'Open Call',
  'signed-in': 'تم تسجيل الدخول. يمكنك إغلاق هذه الصفحة.',
  denied: 'لم يُسمح للبوت بالدخول. لم يتغيّر شيء، ويمكنك إغلاق هذه الصفحة.',
  failed: 'لم ينجح ذلك. السبب مكتوب في الطرفية.',
  'not-ours': 'هذه الصفحة تخصّ محاولة أخرى. افتح العنوان المكتوب في الطرفية.',
} as const satisfies Record<keyof typeof signInEnglish, ArabicText>;
