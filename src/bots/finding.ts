/** What a look at one thing that must be right showed, for the operator. */
export interface Finding {
  about: string;
  outcome: 'ok' | 'attention' | 'failing';
  /** What is, in a sentence. */
  says: string;
  /** What to do about it; null where nothing is to be done. */
  advice: string | null;
}

export function ok(about: string, says: string): Finding {
  return { about, outcome: 'ok', says, advice: null };
}

export function failing(about: string, says: string, advice: string): Finding {
  return { about, outcome: 'failing', says, advice };
}

export function attention(about: string, says: string, advice: string): Finding {
  return { about, outcome: 'attention', says, advice };
}
