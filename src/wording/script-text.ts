import {
  BEGINNINGS,
  type Beginning,
  type Locale,
  SCRIPT_WORDS,
  type ScriptShot,
  type ScriptWord,
} from '../requests/index.ts';

interface Names {
  shot: string;
  seconds: string;
  words: Record<ScriptWord, string>;
  begins: Record<Beginning, string>;
}

const NAMES: Record<Locale, Names> = {
  en: {
    shot: 'Shot',
    seconds: 's',
    words: {
      subject: 'Subject',
      setting: 'Setting',
      action: 'Action',
      camera: 'Camera',
      light: 'Light',
      style: 'Look',
      sound: 'Sound',
    },
    begins: { continues: 'goes on', cut: 'cut', crossfade: 'crossfade' },
  },
  ar: {
    shot: 'لقطة',
    seconds: 'ث',
    words: {
      subject: 'من أو ماذا',
      setting: 'المكان',
      action: 'ما يحدث',
      camera: 'الكاميرا',
      light: 'الضوء',
      style: 'الأسلوب',
      sound: 'الصوت',
    },
    begins: { continues: 'تكمل', cut: 'قطع', crossfade: 'تلاشٍ' },
  },
};

/** More than this would be no clip but a film. */
const MOST_SHOTS = 20;
const LONGEST_WORDS = 600;
const SHORTEST_SECONDS = 0.5;

/** Unreadable: no shot, one in which nothing happens, or more than a clip holds. */
type ScriptReading = { outcome: 'read'; script: ScriptShot[] } | { outcome: 'unreadable' };

/** A script as a curator may change it: a heading for each shot, and a line for each thing that is said of it. */
export function writeScriptText(locale: Locale, script: readonly ScriptShot[]): string {
  const names = NAMES[locale];
  return script
    .map((shot, place) => {
      const begins = place === 0 ? '' : `, ${names.begins[shot.begins]}`;
      const head = `# ${names.shot} ${place + 1}: ${shot.seconds} ${names.seconds}${begins}`;
      const lines = SCRIPT_WORDS.filter((word) => shot[word] !== '').map(
        (word) => `${names.words[word]}: ${onOneLine(shot[word])}`,
      );
      return [head, ...lines].join('\n');
    })
    .join('\n\n');
}

/**
 * Reads such a text again, in either language. Lines that name nothing go on with what stands above them, and right
 * below a heading they say what happens. A heading without a length takes that of the shot before, 5 s for the first.
 */
export function readScriptText(text: string, longestSeconds: number): ScriptReading {
  const script: ScriptShot[] = [];
  let last: ScriptWord = 'action';
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '') continue;
    if (line.trimStart().startsWith('#')) {
      script.push(newShot(line, script.at(-1)?.seconds ?? USUAL_SECONDS));
      last = 'action';
      continue;
    }
    const shot = script.at(-1) ?? newShot('', USUAL_SECONDS);
    if (script.length === 0) script.push(shot);
    const named = nameIn(line);
    last = named?.word ?? last;
    shot[last] = [shot[last], (named?.text ?? line).trim()].filter(Boolean).join(' ');
  }
  return judge(script, longestSeconds);
}

const USUAL_SECONDS = 5;

function judge(script: ScriptShot[], longestSeconds: number): ScriptReading {
  const seconds = script.reduce((sum, shot) => sum + shot.seconds, 0);
  const isOne = (shot: ScriptShot) =>
    (shot.action !== '' || shot.subject !== '') && SCRIPT_WORDS.every((word) => shot[word].length <= LONGEST_WORDS);
  const counted = script.length > 0 && script.length <= MOST_SHOTS && seconds <= longestSeconds + 0.01;
  return counted && script.every(isOne) ? { outcome: 'read', script } : { outcome: 'unreadable' };
}

/** `# Shot 2: 8 s, crossfade`; the number of the shot is its place, whatever it says. */
function newShot(heading: string, usual: number): ScriptShot {
  const rest = heading.slice(heading.indexOf(':') + 1);
  const length = Number(/\d+(?:[.,]\d+)?/.exec(rest)?.[0]?.replace(',', '.') ?? Number.NaN);
  const begins = BEGINNINGS.find((each) => locales.some((locale) => rest.includes(NAMES[locale].begins[each])));
  return {
    ...{ subject: '', setting: '', action: '', camera: '', light: '', style: '', sound: '' },
    seconds: Number.isFinite(length) ? Math.max(SHORTEST_SECONDS, length) : usual,
    begins: begins ?? 'cut',
  };
}

const locales: readonly Locale[] = ['en', 'ar'];

function nameIn(line: string): { word: ScriptWord; text: string } | null {
  const at = line.indexOf(':');
  const name = line.slice(0, Math.max(0, at)).trim().toLowerCase();
  const word = SCRIPT_WORDS.find((each) => locales.some((locale) => NAMES[locale].words[each].toLowerCase() === name));
  return word === undefined ? null : { word, text: line.slice(at + 1) };
}

function onOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
