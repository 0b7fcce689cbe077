/**
 * Words of any script, to be looked for by an index of pairs of characters. Scripts that are written with spaces are found
 * by the beginnings of their words, the others anywhere; what is the same to readers is made the same.
 */
export interface SearchWords {
  /** Hashes of pairs that a text must all have. */
  grams: number[];
  /** What its searchable form must have in it, word by word; hashes may be of something else. */
  pieces: string[];
}

/** What a clip in the gallery is found by. */
export interface FoundBy {
  requestId: string;
  parentId: string | null;
  /** ISO 8601. */
  deliveredAt: string;
  /** As its requester wrote it; empty where none was asked for. */
  style: string;
  /** Whatever it may be looked for by. */
  texts: readonly string[];
}

/** One of the clips that were made of one another. */
export interface Relative {
  requestId: string;
  /** Null where it was made of none, or of one that is not known here. */
  parentId: string | null;
  /** False where it was taken down. */
  shown: boolean;
}

/**
 * What the gallery is searched by, beside the requests themselves: it follows them and may lag a moment behind. Whether a
 * clip may be shown is always asked of its request.
 */
export interface GalleryStore {
  keep(clips: readonly FoundBy[]): Promise<void>;
  /** Nothing that was written stays of them; that they were made of one another does. */
  hide(requestIds: readonly string[]): Promise<void>;
  /** Ids of clips that have all the words and the style, the newest of them first. */
  find(by: { words: SearchWords | null; style: string | null }, limit: number): Promise<string[]>;
  /** The styles that were asked for most. */
  styles(limit: number): Promise<string[]>;
  /** A clip with all that it was made of and that was made of it, oldest first; empty for one that is not known. */
  family(requestId: string, limit: number): Promise<Relative[]>;
}
