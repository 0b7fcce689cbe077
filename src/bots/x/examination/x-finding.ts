/** What a look at one thing showed, and what to do about it. */
export interface XFinding {
  about:
    | 'x account'
    | 'x login'
    | 'x rights'
    | 'x sign-in'
    | 'x automation label'
    | 'x approval'
    | 'x activity stream'
    | 'x prices';
  outcome: 'ok' | 'attention' | 'failing';
  says: string;
  /** Null where nothing is to be done. */
  advice: string | null;
}

export function ok(about: XFinding['about'], says: string): XFinding {
  return { about, outcome: 'ok', says, advice: null };
}

export function attention(about: XFinding['about'], says: string, advice: string): XFinding {
  return { about, outcome: 'attention', says, advice };
}

export function failing(about: XFinding['about'], says: string, advice: string): XFinding {
  return { about, outcome: 'failing', says, advice };
}
