export interface MarkedPart {
  text: string;
  /** The policies whose evidence it is; none where it is only what stands between. */
  policies: readonly string[];
}

interface Flag {
  policy: string;
  evidence: string;
}

/** A judge quotes the words and then says why; others give the words alone. */
const QUOTED = /[“"«]([^”"»]{2,})[”"»]/gu;
/** Shorter evidence stands everywhere and shows nothing. */
const SHORTEST = 2;

/** Cuts a text where evidence of screening begins and ends. The parts together are the text. */
export function markEvidence(text: string, flags: readonly Flag[]): MarkedPart[] {
  const found = flags.flatMap(({ policy, evidence }) =>
    wordsOf(evidence).flatMap((words) => placesOf(text, words).map((place) => ({ ...place, policy }))),
  );
  const cuts = [...new Set([0, text.length, ...found.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b);
  const parts: MarkedPart[] = [];
  for (const [place, from] of cuts.entries()) {
    const to = cuts[place + 1];
    if (to === undefined) break;
    const over = found.filter((each) => each.from <= from && each.to >= to).map(({ policy }) => policy);
    parts.push({ text: text.slice(from, to), policies: [...new Set(over)] });
  }
  return parts;
}

function wordsOf(evidence: string): string[] {
  const quoted = [...evidence.matchAll(QUOTED)].map(([, words = '']) => words);
  return quoted.length > 0 ? quoted : [evidence];
}

/** In any case; where folding the case changes the length, only as it is written. */
function placesOf(text: string, words: string): { from: number; to: number }[] {
  const sought = words.trim();
  if (sought.length < SHORTEST) return [];
  const folds = text.toLowerCase().length === text.length && sought.toLowerCase().length === sought.length;
  const [within, what] = folds ? [text.toLowerCase(), sought.toLowerCase()] : [text, sought];
  const places: { from: number; to: number }[] = [];
  for (let at = within.indexOf(what); at !== -1; at = within.indexOf(what, at + what.length)) {
    places.push({ from: at, to: at + what.length });
  }
  return places;
}
