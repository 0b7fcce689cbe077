import type { shotsEnglish } from './shots-english.ts';
import type { ArabicText } from './text.ts';

/** The same in Arabic. */
export const shotsArabic: Record<keyof typeof shotsEnglish, ArabicText> = {
  editedShots: 'ما يُقال للمحرّك',
  editedShotsHint: 'إن تركته كما هو تبعت اللقطات الوصف أعلاه، وإن غيّرته صُنعت كما هي هنا.',
  preview: 'لوحة القصة',
  previewAsk: 'لوحة القصة أولًا',
  previewDrawn: 'تُرسم لوحة القصة الآن، وهي للقيّمين وحدهم.',
  shots: 'اللقطات',
  shotOf: 'اللقطة {number} من {count}',
  shotPlanned: 'لم تبدأ',
  shotStarting: 'تُطلب الآن',
  shotUncertain: 'ربما حُسبت',
  shotRunning: 'عند المحرّك',
  shotRendered: 'صُنعت وهي في الطريق',
  shotHere: 'وصلت',
  shotFailed: 'فشلت',
  shotContinues: 'تكمل اللقطة السابقة',
  shotCut: 'تبدأ بقطع',
  shotCrossfade: 'تخرج من اللقطة السابقة بتلاشٍ',
  keysPreview: 'لوحة القصة أولًا',
  didPreview: 'طلب لوحة القصة',
};
