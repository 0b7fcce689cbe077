import type { Finding } from '../../../requests/index.ts';
import { unspacedPokemonNames } from './concepts/pokemon-names.ts';
import { unspacedPublicFigures } from './concepts/public-figures.ts';
import { asWritten } from './match-keys.ts';

/** Scripts in which nothing parts a word from the next, or in which endings grow onto names. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/gu;
/** The same, roughly and much sooner: most texts have none of either. */
const MAYBE_UNSPACED = /[\u0e00-\u1fff\u2e80-\uffff]/;

type Named = Pick<Finding, 'policy' | 'outcome' | 'evidence'>;

/** Finds names wherever they stand in a text as `asWritten` gives it; `publicFigures` are names besides the known ones. */
export function createUnspacedNames(publicFigures: readonly string[]) {
  const lists = [
    ['public-figures', [...unspacedPublicFigures, ...publicFigures]],
    ['copyright', unspacedPokemonNames],
  ] as const;
  const names = lists.flatMap(([policy, listed]) =>
    listed.map((name) => ({ policy, name: asWritten(name.trim()) })).filter(({ name }) => name.search(UNSPACED) >= 0),
  );

  const byFirstSign = Map.groupBy(names, ({ name }) => name[0]);

  return (written: string): Named[] => {
    const signs = MAYBE_UNSPACED.test(written) ? new Set(written.match(UNSPACED)) : [];
    return [...signs]
      .flatMap((sign) => byFirstSign.get(sign) ?? [])
      .filter(({ name }) => written.includes(name))
      .map(({ policy, name }) => ({ policy, outcome: 'review', evidence: name }));
  };
}
