import type { Readable } from 'node:stream';
import type { StoredFile } from '../requests/index.ts';

/** A file that is kept, and since when: the moment at which it was last put. */
export interface KeptFile {
  sha256: string;
  bytes: number;
  putAt: Date;
}

/**
 * Keeps files by the SHA-256 of their bytes. A file is there whole or not at all: it is written beside, synced to the
 * disk and renamed. A full disk throws an `AdapterError` with code `disk-full` (retryable), and leaves nothing behind.
 */
export interface FileStore {
  /**
   * Takes over a finished file on this machine: afterwards it is the store's, and gone from where it was (unless that
   * is its place in the store). Bytes that are kept already keep the type under which they came first.
   */
  putFile(path: string, type: string): Promise<StoredFile>;
  /** Takes in a stream up to `maxBytes`; more throws an `AdapterError` with code `too-large`. */
  putStream(stream: Readable, type: string, maxBytes: number): Promise<StoredFile>;
  /** A path on this machine at which the file can be read, for media work. */
  localPath(file: Pick<StoredFile, 'sha256'>): Promise<string>;
  /** `range` counts bytes from 0, both ends included. A file that is not there throws `not-found`. */
  read(file: Pick<StoredFile, 'sha256'>, range?: { start: number; end: number }): Promise<Readable>;
  /** What is known of a file by its hash; null where there is none. */
  stat(sha256: string): Promise<StoredFile | null>;
  /** Lets go of a file for good; one that is not there is no error. */
  remove(file: Pick<StoredFile, 'sha256'>): Promise<void>;
  /**
   * Everything that is kept, in no order. What was put again counts from then on, at most an hour late. What comes or
   * goes meanwhile may be missing.
   */
  list(): AsyncIterable<KeptFile>;
  /** Lets go of a file for good, but not of one that was put since `before`. True where it is gone by this. */
  removeOlder(file: Pick<StoredFile, 'sha256'>, before: Date): Promise<boolean>;
  /** A fresh path for unfinished work on the same disk as the store; whoever asks removes it. */
  temporaryPath(suffix: string): Promise<string>;
}
