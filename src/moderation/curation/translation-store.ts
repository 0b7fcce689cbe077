import type { Locale } from '../../requests/index.ts';

/** A translation of one version of a prompt, known by the prompt's hash. */
export interface KeptTranslation {
  promptHash: string;
  text: string;
}

/** Keeps the last translation of each request's prompt into each language. It goes when the request is forgotten. */
export interface TranslationStore {
  find(requestId: string, into: Locale): Promise<KeptTranslation | null>;
  keep(requestId: string, into: Locale, translation: KeptTranslation): Promise<void>;
}
