/** What screening says: `review` also stands for "could not be told" and is never turned into `allow` by a machine. */
export type Outcome = 'allow' | 'review' | 'refuse';

/** One reason for a verdict, shown to curators. */
export interface Finding {
  /** The policy's code, e.g. `violence`; texts for people are kept under it in `wording`. */
  policy: string;
  outcome: Outcome;
  /** What was seen: the words or the measure. Untrusted text. */
  evidence: string;
  /** The id of the screening that found it. */
  source: string;
  /** The code of what was heard in its favour and made the outcome milder, e.g. `sport`; its words are in `wording`. */
  readAs?: string;
  /** Found in words alone: a picture beside them may be as innocent as they are not. */
  inWords?: true;
}

export interface Verdict {
  outcome: Outcome;
  findings: Finding[];
  /** The ids of the screenings that answered, each with the version of its policies, e.g. `rules@1`. */
  screenedBy: string[];
  /** The version of the policies that it was made under; verdicts from before there were versions have none. */
  policies?: string;
  /** How many curators must approve what it is about, by its policies; absent: one. */
  approvals?: 2;
}

/** The policies that speak against something, each once; what is only noted does not. */
export function flaggedPolicies({ findings }: Pick<Verdict, 'findings'>): string[] {
  return [...new Set(findings.flatMap(({ policy, outcome }) => (outcome === 'allow' ? [] : [policy])))];
}
