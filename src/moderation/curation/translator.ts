import type { Locale } from '../../requests/index.ts';

/** The port to whoever translates what was asked for. Throws an `AdapterError` where there is no translation to be had. */
export interface Translator {
  /** `text` is untrusted, and so is what is made of it. */
  translate(text: string, into: Locale): Promise<string>;
}

/** What stands beside a prompt: `offered`: it can be translated, which is done on demand and paid for. */
export type TranslationStanding =
  | { standing: 'none' }
  | { standing: 'offered' }
  | { standing: 'translated'; text: string };
