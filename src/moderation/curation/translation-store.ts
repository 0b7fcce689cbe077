import type { Feed, FeedCursor, Locale } from '../../requests/index.ts';

/** A translation of one version of a prompt, known by the prompt's hash. */
export interface KeptTranslation {
  promptHash: string;
  text: string;
}

/**
 * Keeps the last translation of each request's prompt into each language. It goes when the request is forgotten. As a feed it
 * tells of which requests one was kept, in the order of the commits.
 */
export interface TranslationStore extends Feed<{ requestId: string }> {
  find(requestId: string, into: Locale): Promise<KeptTranslation | null>;
  keep(requestId: string, into: Locale, translation: KeptTranslation): Promise<void>;
  /** The cursor behind the newest one of now. */
  end(): Promise<FeedCursor>;
}
