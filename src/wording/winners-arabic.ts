import type { ArabicText } from './text.ts';
import type { winnersEnglish } from './winners-english.ts';

/** What is said of who won a call, in Arabic. */
export const winnersArabic = {
  winnersTitle: 'من فاز في «{theme}»',
  winnersByVotes: 'حُدّد الفائزون في {date} بالأصوات لكل مقطع: نسبة من صوّت له بين مشاهديه، محسوبةً بحذر.',
  winnersByDuels: 'حُدّد الفائزون في {date} بالمقارنات التي قال فيها الناس أيّ المقطعين أفضل.',
  winnersSoon: 'انتهت الدعوة. يُعلن من فاز حين يُجاب عن كل ما طُلب فيها.',
  callWinners: 'كيف يُحدَّد الفائزون',
  'callWinners-votes': 'بالأصوات لكل مقطع',
  'callWinners-duels': 'بالمقارنة بين مقطعين',
  callWinnerPlaces: 'عدد المراتب',
  wonPlace: 'مرتبته بين الفائزين',
  winnersNone: 'لم يصوّت أحد لأي مقطع، فلم يفز أحد.',
} as const satisfies Record<keyof typeof winnersEnglish, ArabicText>;
