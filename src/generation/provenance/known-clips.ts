/** What clips of ours are known again by, where what they say of themselves was taken away. */
export interface KnownClips {
  /** Remembers a request's clip; what was kept of an earlier making of its frames is replaced. Files are added. */
  keep(requestId: string, clip: { files: readonly string[]; frameHashes: readonly string[] }): Promise<void>;
  /** Adds a file (SHA-256) to a clip that is remembered. */
  addFile(requestId: string, sha256: string): Promise<void>;
  /** The request whose clip has a file of exactly these bytes; null: none. */
  findByFile(sha256: string): Promise<string | null>;
  /**
   * Clips that have frames like these, with how many they share, most first, eight at most. Each frame comes with the
   * hashes (64 hex letters) under which it may be known.
   */
  findByFrames(frames: readonly (readonly string[])[]): Promise<KnownByFrames[]>;
}

export interface KnownByFrames {
  requestId: string;
  /** How many of the frames asked for are like one of its own. */
  frames: number;
  /** Mean of the bits in which those differ, of 256. */
  bits: number;
}
