import { withoutEnd, withoutFront } from '../arabic-affixes.ts';
import { oneArabicSpelling } from '../match-keys.ts';
import { remembered } from '../remembered.ts';

const ARABIC = /\p{Script=Arabic}/u;

/** A word and what it may be an inflection of: `stabbing` → `stab`, `بالقنابل` → `قنابل`. The word itself stands first. */
export function baseForms(word: string): readonly string[] {
  return ARABIC.test(word) ? arabicForms(word) : englishForms(word);
}

/** What no ending tells. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  'children child,men man,women woman,people person,thieves thief,knives knife,wives wife,lives life,bodies body,shot shoot,hung hang,bled bleed,threw throw,thrown throw,broke break,broken break,burnt burn,drank drink,drunk drink,ate eat,eaten eat,fought fight,beaten beat,slain slay,hid hide,hidden hide,took take,taken take,made make,built build,said say,gave give,sold sell,bought buy,wore wear,tore tear,torn tear,shook shake,fell fall,ran run,sang sing,lay lie,dying die,lying lie'
    .split(',')
    .map((pair) => pair.split(' ') as [string, string]),
);

const FORMS_OF: ReadonlyMap<string, readonly [string, string][]> = Map.groupBy(IRREGULAR, ([, base]) => base);

/** Forms of an English word that no ending tells: `knife` → `knives`. */
export function irregularForms(word: string): readonly string[] {
  return FORMS_OF.get(word)?.map(([form]) => form) ?? [];
}

function englishForms(word: string): string[] {
  const plain = word.endsWith("'s") ? word.slice(0, -2) : word;
  const irregular = IRREGULAR.get(plain);
  const forms = irregular ? [plain, irregular] : [plain];
  if (plain.length < 4) return forms;
  if (plain.endsWith('ies')) forms.push(`${plain.slice(0, -3)}y`);
  if (OF_SIBILANTS.test(plain)) forms.push(plain.slice(0, -2));
  if (plain.endsWith('s')) forms.push(plain.slice(0, -1));
  if (plain.endsWith('ing')) forms.push(...ofStem(plain.slice(0, -3)));
  if (plain.endsWith('ied')) forms.push(`${plain.slice(0, -3)}y`);
  else if (plain.endsWith('ed')) forms.push(...ofStem(plain.slice(0, -2)));
  return forms;
}

/** `boxes`, but not `robes`, which is `robe`. */
const OF_SIBILANTS = /(?:s|x|z|ch|sh|o)es$/;

/** `stabb` → `stab`, `tak` → `take`. */
function ofStem(stem: string): string[] {
  if (stem.length < 2) return [];
  const doubled = /([b-df-hj-np-tv-z])\1$/.test(stem);
  return [stem, `${stem}e`, ...(doubled ? [stem.slice(0, -1)] : [])];
}

/** Many of them to one word, so they are found once; those of English are found sooner than remembered. */
const arabicForms = remembered((word: string): string[] => {
  const whole = oneArabicSpelling(word);
  const bare = withoutFront(whole);
  const forms = bare.length > 1 ? [whole, bare] : [whole];
  return [...new Set([...forms, ...forms.map(withoutEnd).filter((form) => form.length > 2)])];
});
