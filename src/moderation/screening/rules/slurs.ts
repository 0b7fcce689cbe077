import { DataSet, englishDataset, englishRecommendedBlacklistMatcherTransformers, RegExpMatcher } from 'obscenity';
import type { Finding } from '../../../requests/index.ts';

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

/** Pieces of texts, parted by spaces, in which nothing was found: texts share most of theirs. */
const clean = new Set<string>();
const MOST_CLEAN = 10_000;

/** Slurs and explicit words in English, in the spellings that are meant to slip through. None of them goes over a space. */
export function findSlurs(text: string): (Known & { evidence: string })[] {
  const pieces = [...new Set(text.split(/\s+/))].filter((piece) => !clean.has(piece));
  const found = slursIn(pieces.join(' '));
  if (found.length === 0) {
    if (clean.size > MOST_CLEAN) clean.clear();
    for (const piece of pieces) clean.add(piece);
  }
  return found;
}

function slursIn(text: string) {
  return matcher.getAllMatches(text).flatMap((match) => {
    const word = dataset.getPayloadWithPhraseMetadata(match).phraseMetadata?.originalWord ?? '';
    const known = KNOWN.get(word);
    const evidence = text.slice(match.startIndex, match.endIndex + 1);
    if (!known || !isWholeWord(text, match.startIndex, match.endIndex + 1)) return [];
    return [{ ...known, ...(ONES_OWN.test(evidence) ? { outcome: 'review' as const } : {}), evidence }];
  });
}

/** The list looks inside words too, and finds its own in rapeseed; an ending is all that may follow here. */
function isWholeWord(text: string, start: number, end: number): boolean {
  const before = /[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, start - 2), start));
  return !before && /^(?:s|es|d|ed|er|ers|ing|y|ist|ists)?(?![\p{L}\p{N}])/iu.test(text.slice(end, end + 6));
}
