import type { heldVotesEnglish } from './held-votes-english.ts';
import type { ArabicText } from './text.ts';

/** What leads are told of votes that look agreed upon, in Arabic. */
export const heldVotesArabic = {
  heldPublic: {
    zero: 'لا أصوات محجوزة',
    one: 'وصوت واحد محجوز حتى يُنظر فيه',
    two: 'وصوتان محجوزان حتى يُنظر فيهما',
    few: 'و{count} أصوات محجوزة حتى يُنظر فيها',
    many: 'و{count} صوتًا محجوزًا حتى يُنظر فيها',
    other: 'و{count} صوت محجوز حتى يُنظر فيها',
  },
  heldYours: 'صوتك من الأصوات المحجوزة.',
  heldAnswers: {
    zero: 'لا آراء محجوزة',
    one: 'ورأي واحد محجوز حتى يُنظر فيه',
    two: 'ورأيان محجوزان حتى يُنظر فيهما',
    few: 'و{count} آراء محجوزة حتى يُنظر فيها',
    many: 'و{count} رأيًا محجوزًا حتى يُنظر فيها',
    other: 'و{count} رأي محجوز حتى يُنظر فيها',
  },
  heldAnswersYours: 'رأيك من الآراء المحجوزة.',
  votesOpen: 'الأصوات',
  votesTitle: 'أصوات تبدو متّفقًا عليها',
  votesLead: 'لا تُحتسب حتى ينظر فيها أحد. ولا يُعرض لأحد من صوّت. الإفراج عنها يجعلها تُحتسب الآن وفيما بعد.',
  votesNone: 'لا شيء يبدو متّفقًا عليه.',
  votesHeld: 'محجوزة',
  votesReleased: 'أُفرج عنها',
  votesVoid: 'لاغية',
  votesCount: {
    one: 'صوت واحد',
    two: 'صوتان',
    few: '{count} أصوات',
    many: '{count} صوتًا',
    other: '{count} صوت',
  },
  votesBy: {
    one: 'من مصوّت واحد',
    two: 'من مصوّتَين',
    few: 'من {count} مصوّتين',
    many: 'من {count} مصوّتًا',
    other: 'من {count} مصوّت',
  },
  votesBurst: 'صوّتت حسابات جديدة كثيرة لهذا خلال ساعة، ولم تصوّت لغيره تقريبًا. قد يكونون أصدقاء صاحب الطلب.',
  votesRing: 'صوّت هؤلاء جميعًا للأشياء نفسها، ولا يصوّت لها غيرهم مجتمعةً.',
  votesMutual: 'يصوّت هؤلاء بعضهم لبعض، ولا يصوّتون لغيرهم تقريبًا.',
  votesReason: 'السبب (يُحفظ)',
  votesRelease: 'لتُحتسب',
  votesVoidThem: 'لا تُحتسب أبدًا',
} as const satisfies Record<keyof typeof heldVotesEnglish, ArabicText>;
