import german from 'pokemon/data/de.json' with { type: 'json' };
import english from 'pokemon/data/en.json' with { type: 'json' };
import french from 'pokemon/data/fr.json' with { type: 'json' };
import japanese from 'pokemon/data/ja.json' with { type: 'json' };
import korean from 'pokemon/data/ko.json' with { type: 'json' };
import russian from 'pokemon/data/ru.json' with { type: 'json' };
import chinese from 'pokemon/data/zh-hans.json' with { type: 'json' };
import { isEnglishWord } from '../../../../generation/prompt-words/english-dictionary.ts';
import type { Terms } from './terms.ts';

/** Shorter ones are syllables of other words. */
const SHORTEST = 5;
const SHORTEST_UNSPACED = 4;
/** Theirs, and words that the dictionary lacks. */
const SAID_OTHERWISE = new Set('persian,golem,kabuto,hypno,spectrum'.split(','));

const isOnlyTheirs = (name: string) =>
  name.length >= SHORTEST && !SAID_OTHERWISE.has(name) && !name.split(/[^\p{L}]+/u).every(isEnglishWord);

/** Names that the package `pokemon` (MIT) lists, less those that are words of English too. */
export const pokemonNames: Terms = [english, french, german, russian]
  .flat()
  .map((name) => name.toLowerCase())
  .filter(isOnlyTheirs)
  .join(',');

/** The same where no space parts a word from the next. */
export const unspacedPokemonNames: readonly string[] = [chinese, japanese, korean]
  .flat()
  .filter((name) => name.length >= SHORTEST_UNSPACED);
