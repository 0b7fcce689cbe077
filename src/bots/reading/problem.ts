/** The options that a request may carry, by the names under which they are explained to people. */
export const OPTION_NAMES = ['ar', 'seconds', 'resolution', 'style', 'seed', 'sound'] as const;
export type OptionName = (typeof OPTION_NAMES)[number];

/** What an option may be, as data: the sentence for it is in `wording`. */
export type Possible =
  /** Any width to height up to this many times as long as short. */
  | { kind: 'shape'; mostStretched: number }
  | { kind: 'seconds'; min: number; max: number }
  | { kind: 'words'; words: readonly string[] }
  | { kind: 'whole-number'; min: number; max: number }
  | { kind: 'text'; graphemes: number };

/** What keeps a post from being read as a request. `given` is untrusted text, cut to a length that can be shown. */
export type Problem =
  | { code: 'unknown-option'; given: string; didYouMean: string | null; possible: readonly OptionName[] }
  | { code: 'no-value'; option: OptionName; possible: Possible }
  /** The value says nothing to us (`unreadable`), or something that cannot be made (`out-of-range`). */
  | {
      code: 'unreadable' | 'out-of-range';
      option: OptionName;
      given: string;
      /** The whole option as it could be written, e.g. `--seconds 60`. */
      didYouMean: string | null;
      possible: Possible;
    }
  /** The same option twice with different values: neither is preferred, since the other would be ignored. */
  | { code: 'repeated'; option: OptionName; given: readonly string[] }
  /** Both in graphemes: what a reader counts as characters. */
  | { code: 'prompt-too-long'; length: number; limit: number };
