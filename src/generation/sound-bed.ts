/** What a bed of sound is to suit. */
export interface BedOrder {
  /** What is seen, in words. */
  prompt: string;
  style: string | null;
  seconds: number;
  /** The same order with the same seed gives the same sound. */
  seed: number;
}

/** The port to ambience and music for a clip that brings none. */
export interface SoundBed {
  /** Writes a sound file of ours, as long as the clip. */
  compose(order: BedOrder, toPath: string, signal?: AbortSignal): Promise<void>;
}
