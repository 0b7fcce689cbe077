export interface Scored {
  score: number;
  harmful: boolean;
}

export interface RankFigures {
  /** Area under the curve of precision over recall, as average precision. */
  auprc: number;
  /** Recall at the lowest threshold that flags at most so large a share of the harmless. */
  recallAt1PercentFalse: number;
  recallAt2PercentFalse: number;
}

/** How well scores set harm apart, whatever the threshold; null where one of the two kinds is missing. */
export function rankFigures(scored: readonly Scored[]): RankFigures | null {
  const harmful = scored.filter((each) => each.harmful).length;
  const harmless = scored.length - harmful;
  if (harmful === 0 || harmless === 0) return null;
  let [found, wrong, auprc] = [0, 0, 0];
  const recallAt = { one: 0, two: 0 };
  for (const group of byScore(scored)) {
    const hits = group.filter((each) => each.harmful).length;
    found += hits;
    wrong += group.length - hits;
    auprc += (hits / harmful) * (found / (found + wrong));
    if (wrong / harmless <= 0.01) recallAt.one = found / harmful;
    if (wrong / harmless <= 0.02) recallAt.two = found / harmful;
  }
  return { auprc, recallAt1PercentFalse: recallAt.one, recallAt2PercentFalse: recallAt.two };
}

/** Rows of one score cannot be told apart: they pass a threshold together. */
function byScore(scored: readonly Scored[]): Scored[][] {
  const groups = Map.groupBy(scored, ({ score }) => score);
  return [...groups.entries()].toSorted(([one], [other]) => other - one).map(([, group]) => group);
}
