/** A file of ours, named by what is in it: the same bytes are kept once and never change. */
export interface StoredFile {
  /** SHA-256 of the bytes, lower-case hex; also the name under which the file store keeps it. */
  sha256: string;
  bytes: number;
  /** Media type, e.g. `video/mp4`. */
  type: string;
  /** SHA-256 of what was sent, where that was written anew: by it a known picture is known again. */
  sentSha256?: string;
}
