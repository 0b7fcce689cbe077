import type { NamedExcuse } from '../excuse.ts';
import { arabic, english, type FindIn } from './whole-words.ts';

/** What a text may say of itself that makes what it names innocent. Rules refer to these by name. */
const HEARD_AS: Readonly<Record<NamedExcuse, readonly RegExp[]>> = {
  /** Told as history, and not praised. */
  'history-lesson': [
    english(
      'documentar(?:y|ies) (?:on|about|of|explain\\w*|that explains)',
      '(?:school|museum) (?:documentary|film)',
      'history (?:lesson|class|program(?:me)?|museum|teacher|book|lecture)s?',
      'histor(?:y|ical) (?:museum|exhibition)s?',
      'historians?',
      'museum (?:guide|tour|hall|exhibition|visit)s?',
      'memorials?',
      'survivors? remember\\w*',
    ),
    arabic(
      'درس (?:ال)?تاريخ',
      'وثائقي (?:مدرسي )?عن',
      'مؤرخ',
      '(?:مرشدة?|جولة|قاعة|فيلم) (?:ال)?متحف',
      'جولة في متحف',
      'نصب تذكاري',
      'برنامج تاريخي',
      'ناج(?:ون|ين) يستذكرون',
    ),
  ],
  /** Not satire alone: satire that says so where everybody sees it. */
  satire: [
    english(
      '(?:labell?ed|marked|captioned|tagged|signed|watermarked)(?: clearly)?(?: as)?(?: an?)?:? ["“]?(?:satire|satirical|parody|spoof|joke)',
      '(?:the )?(?:banner|label|caption|watermark|headline) ["“]?(?:satire|parody|joke)',
      '(?:satire|parody) (?:banner|label|caption|watermark)',
      '(?:clearly|obviously) (?:an? )?(?:satire|satirical|parody|spoof|joke)',
    ),
    arabic(
      '(?:شارة|علامة|كتب علي\\p{L}+|مكتوب علي\\p{L}+|علي\\p{L}* علامة)[ :"«“]{1,3}(?:محتوي ساخر|محاكاة ساخرة|سخرية|مزحة|ساخر)',
      'واضحة? (?:ال)?(?:مزاح|سخرية)',
    ),
  ],
  /** Played again, and marked as that. */
  reenactment: [
    english(
      '(?:marked|labell?ed|captioned) as (?:an? )?re-?enactment',
      'captioned:? ["“]?(?:this|it) (?:did not|never) happen(?:ed)?',
      'media literacy',
    ),
    arabic('علامة[ "«“]{1,2}اعادة تمثيل', 'هذا لم يحدث', 'التربية الاعلامية'),
  ],
  /** Made up, and seen to be: not every film, since most harm can be asked for as one. */
  fiction: [
    english(
      'cartoon (?:animal|bear|bird|cat|dog|dragon|duck|fox|knight|monster|mouse|mice|penguin|pig|pirate|rabbit|robot|vegetable|wolf)s?',
      "children's (?:film|movie|book|story|show|theat(?:re|er))s?",
      'fairy ?tales?',
      'puppets?',
      'slapstick',
      'silent (?:film|movie|comed(?:y|ies))s?',
      'stop[ -]motion',
      'clay ?mation',
      'caper (?:film|movie)s?',
      'science fiction',
      'sci-?fi',
      'fantasy (?:novel|story|film|tale|game)s?',
      'detective (?:film|story|novel|show|series)s?',
      'video ?games?',
      'paper figures?',
      'stage plays?',
    ),
    arabic(
      'كرتون',
      'كرتوني',
      'كرتونيون',
      'فيلم للاطفال',
      'حكاية خرافية',
      'مسرح (?:ال)?(?:دمي|عرائس)',
      'خيال (?:ال)?ظل',
      'فيلم صامت',
      'سينما (?:ال)?صامتة',
      'دمي من ورق',
      'خيال علمي',
      'رواية خيالية',
      'فيلم بوليسي',
      'لعبة فيديو',
      'مسرحية',
    ),
  ],
  /** Under rules, and with whoever keeps them. */
  sport: [
    english(
      'referees?',
      '(?:boxing|wrestling|fencing|judo|karate|taekwondo|sumo|kickboxing|rugby|football|hockey|archery|mma) (?:match|bout|final|class|lesson|training|championship|tournament|club|practice|game)(?:e?s)?',
      'olympics?',
      'championships?',
      'tournaments?',
      'biathl(?:on|ete)s?',
      'clay pigeons?',
      'shooting (?:range|contest|competition|sport)s?',
      'in the (?:wrestling |boxing )?ring',
      'dojos?',
      'sparring',
      'paintball',
      'laser tag',
    ),
    arabic(
      'مباراة',
      'مباريات',
      'حلبة',
      'بطولة',
      'اولمبي',
      'اولمبياد',
      'ميدان رماية',
      'رماية (?:ال)?(?:اطباق|سهام|اولمبية)',
      'نهائي (?:ال)?(?:مبارزة|ملاكمة|مصارعة|جودو|كاراتيه)',
      'درس (?:ال)?(?:جودو|كاراتيه|ملاكمة|مبارزة)',
      'الحكم (?:يعد|يصفر)',
      'يصفر الحكم',
    ),
  ],
  /** Healed, or taught to those who will heal. */
  medicine: [
    english(
      'surgeons?',
      'surgery',
      'operating (?:theat(?:re|er)|room|table)s?',
      'nurses? (?:bandage|care|check|comfort|fill|give|measure|prepare|show|teach|vaccinate|wash)s?',
      'paramedics?',
      'medical (?:students?|school|training|lecture|illustration|animation|drawing)s?',
      'anatom(?:y|ical) (?:lesson|class|drawing|model|lecture|diagram|chart)s?',
      'first[ -]aid',
      'veterinar(?:y|ian)s?',
      'pharmacists? explains?',
      'therapists?',
      'forensic science',
      'biology (?:lesson|class|lecture|book)s?',
    ),
    arabic(
      'غرفة (?:ال)?عمليات',
      'ممرضة? (?:[يت]ملا|[يت]عطي|[يت]ضمد|[يت]عتني|[يت]قيس|[يت]فحص|[يت]لقح)',
      'طلاب (?:ال)?طب',
      'درس (?:ال)?(?:تشريح|احياء)',
      'اسعاف اولي',
      'طبيب بيطري',
      'طبيبة بيطرية',
      'صيدلانية? [يت]شرح',
      'معالجة? نفسية?',
      'طب شرعي',
      'رسم تشريحي',
    ),
  ],
  /** Looked at where art is looked at. */
  art: [
    english(
      'art histor(?:y|ian|ians)',
      "(?:museum|gallery) (?:restorer|wall|painting|exhibition|visitor)s?(?:'s)?",
      'old (?:master )?paintings?',
      "(?<='s )painting of",
      '(?:greek|roman|renaissance|baroque|classical) (?:sculpture|painting)s?',
      'life drawing class(?:es)?',
    ),
    arabic('تاريخ الفن', 'مؤرخ فن', 'مرممة? (?:ال)?متحف', 'لوحة (?:قديمة|زيتية|جدارية)', 'نحات', 'معرض (?:ال)?فن'),
  ],
  /** Named to be prevented, recognised or put right. */
  warning: [
    english(
      '(?:suicide|crime|violence|fraud) prevention',
      'anti[ -](?:bullying|racis[mt]|violence|drugs?|fraud|corruption)',
      'awareness (?:campaign|film|poster|day|week)s?',
      '(?:march|stand|rally|protest|speak|campaign|fight)(?:s|es|ing)? (?:up |out |together )?against (?:the )?(?:racism|hate|hatred|violence|bullying|discrimination|antisemitism|drugs|corruption|suicide)',
      'stands? by an? \\p{L}+ who was (?:bullied|abused|insulted)',
      'help ?lines?',
      'hot ?lines?',
      'where to find help',
      'training films?',
      '(?:how to|on how to) (?:recogni[sz]e|notice|spot|avoid|prevent|report)',
      'why (?:nobody|no one|one|you|people) (?:may|should|must)(?: never| not)?',
      'fact ?checkers? (?:explain|show)s?',
    ),
    arabic(
      'حملة (?:ضد|ل?منع|توعية)',
      'ضد (?:ال)?(?:عنصرية|تنمر|عنف|كراهية|تمييز|مخدرات|فساد|انتحار)',
      'وجه (?:ال)?(?:عنصرية|تنمر|عنف|كراهية)',
      'منع انتحار',
      'وقاية من',
      'طلب مساعدة',
      'فيلم تدريب',
      'كشف (?:ال)?(?:احتيال|تزوير|اوراق نقدية)',
      'مدققو حقائق يشرحون',
      'لماذا لا يجوز',
    ),
  ],
};

/** Said of what only borrows an excuse: it is to be taken for real, praises, teaches or proves. Then none is heard. */
const PRETEXT = [
  english(
    'real(?:istic)?',
    'photo-?realistic',
    'lifelike',
    '(?:so|made so) (?:that )?(?:nobody|no one|everybody|everyone|people)',
    'to see who',
    'filmed to',
    'convinc\\w+',
    'pass(?:es|ed|ing)?(?: it)? off',
    'without (?:any |an? )?(?:label|caption|mark|disclaimer|watermark)s?',
    'no (?:label|caption|disclaimer)s?',
    '(?:prais|glorif|celebrat|applau)\\w+',
    'hero(?:es|ic)?',
    'recruit\\w*',
    'step by step',
    'exactly (?:how|where)',
    'how to (?:make|build|cook|mix|print|hide|steal|win|get away)',
    '(?:proves?|proof) (?:that|of)',
    'never happened',
    'snuff',
    'uncensored',
    'explicit\\w*',
    'close-? ?up',
    'enjoy\\w*',
    'for fun',
  ),
  arabic(
    'حقيقي',
    'حقيقية',
    'واقعي',
    'واقعية',
    'بلا (?:اي )?(?:علامة|تعليق|وسم)',
    '(?:دون|بدون) (?:علامة|تعليق|وسم)',
    'لا يعرف احد',
    'مقنع',
    '[يت]صدق',
    '[يت]مجد',
    'تمجيد',
    '[يت]جند',
    '[يت]ثبت',
    'خطوة بخطوة',
    'لقطة قريبة',
    'للتسلية',
    '[يت]صفقون',
  ),
];
/** An excuse covers what stands near it. Of a longer text a person reads what it is about. */
const MOST_WORDS = 60;
const WORDS_APART = /\s+/;

/** All that is looked for here: whoever opens a search of a text puts it into it. */
export const excuses: readonly RegExp[] = [...Object.values(HEARD_AS).flat(), ...PRETEXT];

/** The first of the named excuses that a text, as `asWritten` gives it, says; null where it says none or only borrows one. */
export function hearExcuse(written: string, find: FindIn, named: readonly NamedExcuse[]): NamedExcuse | null {
  if (written.split(WORDS_APART, MOST_WORDS + 1).length > MOST_WORDS) return null;
  const says = (words: RegExp) => find(words) !== null;
  const heard = named.find((code) => HEARD_AS[code].some(says));
  return heard === undefined || PRETEXT.some(says) ? null : heard;
}
