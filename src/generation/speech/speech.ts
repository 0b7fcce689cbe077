/** The port to a voice. */
export interface Speech {
  /** Whether it can speak a text, told by what the text is written in. */
  speaks(text: string): boolean;
  /** Writes a piece of text, spoken, to a sound file of ours. Throws an `AdapterError` where it cannot. */
  speak(text: string, toPath: string, signal?: AbortSignal): Promise<void>;
}
