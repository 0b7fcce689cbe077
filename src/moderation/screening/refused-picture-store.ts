/** A picture that is never to be accepted again, by one of its hashes. */
export interface RefusedPicture {
  /** `sha256:` and 64 hex digits: of the file as it was sent or is kept; `phash:` and 64 bits: of how it looks. */
  hash: string;
  /** The code of the policy that it broke. */
  policy: string;
  /** Who put it on the list. */
  by: string;
  /** ISO 8601. */
  at: string;
}

export interface RefusedPictureStore {
  /** How many were not on the list yet. */
  add(pictures: readonly RefusedPicture[]): Promise<number>;
  /** How many were on it. */
  remove(hashes: readonly string[]): Promise<number>;
  count(): Promise<number>;
  /**
   * One that has any of the files' SHA-256, or looks like the mark (64 bits, as 0 and 1; null: it has none) but for
   * so many bits.
   */
  find(picture: { sha256: readonly string[]; mark: string | null }, within: number): Promise<RefusedPicture | null>;
}
