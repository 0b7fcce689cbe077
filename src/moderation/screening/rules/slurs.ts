import {
  DataSet,
  englishDataset,
  englishRecommendedBlacklistMatcherTransformers,
  type MatchPayload,
  type Node,
  RegExpMatcher,
  SyntaxKind,
} from 'obscenity';
import type { Finding } from '../../../requests/index.ts';
import { startsOfPattern } from './word-starts.ts';

type Known = Pick<Finding, 'policy' | 'outcome'>;
const refuse = (policy: string): Known => ({ policy, outcome: 'refuse' });
const review = (policy: string): Known => ({ policy, outcome: 'review' });
const each = (words: string, known: Known): [string, Known][] => words.split(' ').map((word) => [word, known]);

/**
 * What follows from a word of obscenity's list (MIT), by the list's own name for it. Its plain swear words are left
 * out: they break no policy.
 */
const KNOWN: ReadonlyMap<string, Known> = new Map([
  ...each('abeed africoon arabush boonga chingchong kike nigger tranny', refuse('hate')),
  ...each('chink fag retard', review('hate')),
  ...each('bestiality blowjob buttplug deepthroat dildo ejaculate felch fellatio fisting gangbang', refuse('sexual')),
  ...each('handjob hentai incest jizz lubejob masturbate orgasm penis porn rape vagina', refuse('sexual')),
  ...each('cunt orgy semen', review('sexual')),
]);

/** A spelling in which those whom the slur is aimed at say it of each other: for a person to tell. */
const ONES_OWN = /gg+[a4@]+h?z?$/i;

const dataset = new DataSet<{ originalWord: string }>()
  .addAll(englishDataset)
  .removePhrasesIf(({ metadata }) => !KNOWN.has(metadata?.originalWord ?? ''));
/** Without the list's harmless words: they are those that its own are found inside of, which counts for nothing here. */
const { blacklistedTerms } = dataset.build();
const matcher = new RegExpMatcher({
  blacklistedTerms,
  blacklistMatcherTransformers: englishRecommendedBlacklistMatcherTransformers,
});

const SPACE = /\s+/;
/** Letters, and signs behind them that stand for none. */
const PLAIN_WORD = /^[a-z]+[.,;:?"']*$/;
/** What these look like makes up no word of the list. */
const ARABIC_WORD = /^\p{Script=Arabic}+$/u;
/** With what the list's words begin. */
const STARTS: ReadonlySet<string> = new Set(
  blacklistedTerms.flatMap(({ pattern: { nodes } }) => startsOfPattern(sourceOf(nodes)) ?? '').map(firstLetters),
);

type Slur = Known & { evidence: string };

/**
 * Slurs and explicit words in English, in the spellings that are meant to slip through, in the keys of a text. None of them
 * goes over a space.
 */
export function findSlurs(...keys: readonly string[]): Slur[] {
  const pieces = [...new Set(keys.flatMap((key) => key.split(SPACE)))].filter(mayBeSlur);
  const text = pieces.join(' ');
  return pieces.length === 0 ? [] : matcher.getAllMatches(text).flatMap((match) => asSlur(match, text));
}

/** Most words begin as none on the list does, which is gone through for each letter of what is left. */
function mayBeSlur(piece: string): boolean {
  if (!PLAIN_WORD.test(piece)) return !ARABIC_WORD.test(piece);
  const letters = firstLetters(piece);
  return [0, 1, 2, 3].some((length) => STARTS.has(letters.slice(0, length)));
}

/** Three, and each once: what is stretched is looked for too. */
function firstLetters(word: string): string {
  let letters = '';
  for (const letter of word) {
    if (!letters.endsWith(letter)) letters += letter;
    if (letters.length === 3) break;
  }
  return letters;
}

function sourceOf(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (node.kind === SyntaxKind.Literal) return String.fromCodePoint(...node.chars);
      return node.kind === SyntaxKind.Optional ? `(?:${sourceOf([node.childNode])})?` : '.';
    })
    .join('');
}

function asSlur(match: MatchPayload, text: string): Slur[] {
  const word = dataset.getPayloadWithPhraseMetadata(match).phraseMetadata?.originalWord ?? '';
  const meant = KNOWN.get(word);
  const evidence = text.slice(match.startIndex, match.endIndex + 1);
  if (!meant || !isWholeWord(text, match.startIndex, match.endIndex + 1)) return [];
  return [{ ...meant, ...(ONES_OWN.test(evidence) ? { outcome: 'review' as const } : {}), evidence }];
}

/** The list looks inside words too, and finds its own in rapeseed; an ending is all that may follow here. */
function isWholeWord(text: string, start: number, end: number): boolean {
  const before = /[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, start - 2), start));
  return !before && /^(?:s|es|d|ed|er|ers|ing|y|ist|ists)?(?![\p{L}\p{N}])/iu.test(text.slice(end, end + 6));
}
