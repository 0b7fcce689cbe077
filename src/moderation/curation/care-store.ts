/** How a curator wants to be shown what is grave. */
export interface Care {
  /** Which pictures and clips are veiled: none, those that screening saw something in, or all. */
  veil: 'none' | 'grave' | 'all';
  /** Whether a veil is lifted only while it is held up, or stays up once it was. */
  reveal: 'while-held' | 'until-left';
  /** Whether what is veiled plays without sound. */
  silent: boolean;
  /** After so many grave ones in a row a break is suggested; 0: never. */
  breakAfter: number;
}

/** For whoever has chosen nothing. */
export const USUAL_CARE: Care = { veil: 'grave', reveal: 'while-held', silent: true, breakAfter: 20 };

/** Keeps what each curator has chosen, by name. */
export interface CareStore {
  load(curator: string): Promise<Care>;
  save(curator: string, care: Care): Promise<void>;
}
