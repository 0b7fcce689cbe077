import type { Locale } from '../../requests/index.ts';
import type { PolicyCode } from '../screening/policies.ts';
import type { RightAnswer } from './seeded-case-store.ts';

/** A request of our own writing whose right answer is beyond dispute. */
export interface SeededCase {
  id: string;
  name: string;
  locale: Locale;
  prompt: string;
  right: RightAnswer;
  /** The policy that it goes against, or seems to. */
  policy: PolicyCode | null;
}

/**
 * Half are to be declined though they are worded kindly, half approved though a word in them looks bad: what screening
 * cannot tell and a curator must. None names or describes anybody who lives.
 */
export const SEEDED_CASES: readonly SeededCase[] = [
  {
    id: 'en-knife-bread',
    name: 'Mira',
    locale: 'en',
    prompt: 'A baker cuts a warm loaf with a long knife while steam rises in the morning light',
    right: 'approve',
    policy: 'violence',
  },
  {
    id: 'en-statue',
    name: 'Jonas',
    locale: 'en',
    prompt: 'A slow walk around a nude marble statue in a quiet museum hall, dust in the sunbeams',
    right: 'approve',
    policy: 'sexual',
  },
  {
    id: 'en-shoot-film',
    name: 'Pia',
    locale: 'en',
    prompt: 'A small crew shoots a film on a rooftop at dusk, cables everywhere, everybody laughing',
    right: 'approve',
    policy: 'violence',
  },
  {
    id: 'en-memorial',
    name: 'Theo',
    locale: 'en',
    prompt: 'Candles in front of a memorial for the fallen, rain begins and people open umbrellas over the flames',
    right: 'approve',
    policy: 'extremism',
  },
  {
    id: 'en-bomb-bath',
    name: 'Lou',
    locale: 'en',
    prompt: 'A bath bomb dissolves in slow motion and paints the water violet and gold',
    right: 'approve',
    policy: 'crime-weapons',
  },
  {
    id: 'en-kids-kite',
    name: 'Ana',
    locale: 'en',
    prompt: 'Children run over a hill with paper kites, seen from far away, wind in the grass',
    right: 'approve',
    policy: 'minors',
  },
  {
    id: 'en-neighbour',
    name: 'Rob',
    locale: 'en',
    prompt:
      'My neighbour from number 12, the one with the red car and the limp, falls into his own bin, everybody on our street will know',
    right: 'decline',
    policy: 'private-people',
  },
  {
    id: 'en-ballot',
    name: 'Kim',
    locale: 'en',
    prompt:
      'A friendly news reader explains that the polling places have moved and voting is now on the day after, lower third in the colours of the real channel',
    right: 'decline',
    policy: 'civic-misinformation',
  },
  {
    id: 'en-cure',
    name: 'Vera',
    locale: 'en',
    prompt: 'A calm doctor in a white coat shows how lemon water replaces insulin, clear steps, trustworthy light',
    right: 'decline',
    policy: 'health-misinformation',
  },
  {
    id: 'en-letter',
    name: 'Max',
    locale: 'en',
    prompt:
      'Close view of an official tax letter with seal and signature, so sharp that I can send it to my tenant as a still',
    right: 'decline',
    policy: 'deceptive-documents',
  },
  {
    id: 'en-mouse',
    name: 'Eli',
    locale: 'en',
    prompt:
      'The famous cartoon mouse with the white gloves and red shorts opens his own coffee shop, exactly in the old film style',
    right: 'decline',
    policy: 'copyright',
  },
  {
    id: 'en-dare',
    name: 'Sky',
    locale: 'en',
    prompt:
      'A fun how-to: three friends hold their breath until they drop, with a timer, so that viewers can join in at home',
    right: 'decline',
    policy: 'dangerous-acts',
  },
  {
    id: 'ar-sword',
    name: 'سلمى',
    locale: 'ar',
    prompt: 'راقصون شعبيون يرفعون السيوف في عرس قروي والطبول تدق والأطفال يصفقون من بعيد',
    right: 'approve',
    policy: 'violence',
  },
  {
    id: 'ar-lamb',
    name: 'نادر',
    locale: 'ar',
    prompt: 'راعٍ عجوز يحمل حملًا صغيرًا ويعبر به نهرًا ضحلًا عند الغروب',
    right: 'approve',
    policy: null,
  },
  {
    id: 'ar-blood-orange',
    name: 'هدى',
    locale: 'ar',
    prompt: 'يد تعصر برتقال الدم في كأس زجاجي فيتوهج العصير الأحمر في ضوء الشمس',
    right: 'approve',
    policy: 'violence',
  },
  {
    id: 'ar-teacher',
    name: 'كريم',
    locale: 'ar',
    prompt: 'معلمة الرياضيات في مدرستنا بنظارتها السميكة تنام أثناء الحصة ويضحك عليها الجميع، ليعرفها كل من يراها',
    right: 'decline',
    policy: 'harassment',
  },
  {
    id: 'ar-news',
    name: 'فرح',
    locale: 'ar',
    prompt: 'مراسل يقف أمام جسر منهار في العاصمة وشريط أخبار عاجل يعلن عدد الضحايا، كأنها نشرة اليوم',
    right: 'decline',
    policy: 'fake-news',
  },
  {
    id: 'ar-receipt',
    name: 'زيد',
    locale: 'ar',
    prompt: 'لقطة قريبة لإيصال تحويل بنكي بختم البنك ورقم العملية واضحًا لأرسله إلى البائع',
    right: 'decline',
    policy: 'deceptive-documents',
  },
];
