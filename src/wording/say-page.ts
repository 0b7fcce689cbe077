import { fillIn } from './fill-in.ts';
import type { Language } from './page-language.ts';
import { PAGE_TEXTS, type PageInserts, type PageKey } from './pages.ts';

/** A text of the pages in the page's language; what must be filled in is asked for by the compiler. */
export type Say = <Key extends PageKey>(
  key: Key,
  ...[inserts]: keyof PageInserts<Key> extends never ? [] : [inserts: PageInserts<Key>]
) => string;

export function createSay(language: Language): Say {
  return (key, ...[inserts]) => fillIn(language, PAGE_TEXTS[language][key], inserts);
}
