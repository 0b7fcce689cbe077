/** One row of a set, whatever file it came from. */
export interface LabelledPrompt {
  /** Untrusted, and often offensive: never printed unless told. */
  text: string;
  harmful: boolean;
  /** What the set itself calls the kind of harm, or of harmless text. */
  class: string;
}
