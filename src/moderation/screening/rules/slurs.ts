import {
  DataSet,
  englishDataset,
  englishRecommendedBlacklistMatcherTransformers,
  type MatchPayload,
  RegExpMatcher,
} from 'obscenity';
import type { Finding } from '../../../requests/index.ts';
import { LONGEST_REMEMBERED } from './remembered.ts';

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
const matcher = new RegExpMatcher({
  blacklistedTerms: dataset.build().blacklistedTerms,
  blacklistMatcherTransformers: englishRecommendedBlacklistMatcherTransformers,
});

const SPACE = /\s+/;

type Slur = Known & { evidence: string };

/** What was found in pieces of texts, parted by spaces: texts share most of theirs. */
const known = new Map<string, readonly Slur[]>();
const MOST_KNOWN = 10_000;

/** Slurs and explicit words in English, in the spellings that are meant to slip through. None of them goes over a space. */
export function findSlurs(text: string): readonly Slur[] {
  const pieces = [...new Set(text.split(SPACE))];
  const found = slursOf(pieces.filter((piece) => !known.has(piece)));
  const all = pieces.flatMap((piece) => known.get(piece) ?? found.get(piece) ?? []);
  if (known.size > MOST_KNOWN) known.clear();
  for (const [piece, slurs] of found) if (piece.length <= LONGEST_REMEMBERED) known.set(piece, slurs);
  return all;
}

/** All in one text: the list is gone through for each. */
function slursOf(pieces: readonly string[]): Map<string, readonly Slur[]> {
  const text = pieces.join(' ');
  const found = Map.groupBy(matcher.getAllMatches(text), ({ startIndex }) => text.lastIndexOf(' ', startIndex) + 1);
  let at = 0;
  return new Map(
    pieces.map((piece) => {
      const slurs = (found.get(at) ?? []).flatMap((match) => asSlur(match, text));
      at += piece.length + 1;
      return [piece, slurs];
    }),
  );
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
