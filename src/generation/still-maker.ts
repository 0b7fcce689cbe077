import type { StillFailure } from '../requests/index.ts';

/** What an image model is asked for. */
export interface StillOrder {
  /** All that is to be seen, in words. Untrusted text. */
  prompt: string;
  /** In pixels: what is wished for. A model makes the nearest that it has. */
  size: { width: number; height: number };
  /** The same words with another seed give another picture, where the model knows of seeds. */
  seed: number;
}

export type StillOutcome =
  /** Written to the path, as it came: a stranger's file that nobody has looked at. */
  | { outcome: 'made' }
  /** The model looked at the order and will not make it, or made nothing of it. */
  | { outcome: 'refused'; failure: StillFailure };

/**
 * The port to what makes a still. It asks once and waits for the picture; it retries nothing by itself. An `AdapterError`
 * means that it is not known whether one was made and billed, unless it says `neverSent`.
 */
export interface StillMaker {
  readonly id: string;
  /** US dollars for one; 0 where they cost nothing. */
  readonly priceUsd: number;
  make(order: StillOrder, toPath: string, signal: AbortSignal): Promise<StillOutcome>;
}
