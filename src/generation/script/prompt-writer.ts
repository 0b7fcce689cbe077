import type { Locale, ScriptShot } from '../../requests/index.ts';

export interface WritingOrder {
  /** Untrusted text: what was asked for. */
  prompt: string;
  style: string | null;
  /** Whether the clip begins with a picture that was sent along. */
  picture: boolean;
  locale: Locale;
  /** How long the shots are that will be made, in seconds; at least one. */
  lengths: readonly number[];
  /** In which the engine is told what to make; see `EngineLimits`. */
  languages: 'any' | readonly string[];
}

/**
 * The port to whoever writes a shot list for a request. Null: the prompt says it as well itself. Throws an `AdapterError`
 * where there is none to be had.
 */
export interface PromptWriter {
  /** With the version of its instructions, e.g. `openai@1`. */
  readonly id: string;
  write(order: WritingOrder): Promise<ScriptShot[] | null>;
}
