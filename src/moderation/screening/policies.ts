/** What a policy says to do where it clearly applies. A screening may always be milder when it is not sure. */
export interface Policy {
  code: string;
  /** 1 to 3: how grave it is; of several findings the gravest is told. */
  severity: 1 | 2 | 3;
  follows: Following;
}

/** `review-by-two`: two curators must approve it, each by themselves. */
export type Following = 'refuse' | 'review' | 'review-by-two';

/** Changes with what a policy covers or what follows from it; verdicts name it. */
export const POLICIES_VERSION = '2026-11-26';

/** Every policy, by the code that findings carry. Their titles and sentences are in `wording`. */
export const POLICIES = [
  { code: 'minors', severity: 3, follows: 'refuse' },
  { code: 'sexual-likeness', severity: 3, follows: 'refuse' },
  { code: 'extremism', severity: 3, follows: 'refuse' },
  { code: 'crime-weapons', severity: 3, follows: 'refuse' },
  { code: 'sexual', severity: 2, follows: 'refuse' },
  { code: 'hate', severity: 2, follows: 'refuse' },
  { code: 'self-harm', severity: 2, follows: 'refuse' },
  { code: 'harassment', severity: 2, follows: 'review' },
  { code: 'private-people', severity: 2, follows: 'review' },
  { code: 'public-figures', severity: 2, follows: 'review' },
  { code: 'civic-misinformation', severity: 2, follows: 'review-by-two' },
  { code: 'fake-news', severity: 2, follows: 'review-by-two' },
  { code: 'health-misinformation', severity: 2, follows: 'review' },
  { code: 'violence', severity: 2, follows: 'review' },
  { code: 'dangerous-acts', severity: 2, follows: 'review' },
  { code: 'deceptive-documents', severity: 2, follows: 'review' },
  { code: 'refused-picture', severity: 2, follows: 'refuse' },
  { code: 'copyright', severity: 1, follows: 'review' },
  { code: 'spam', severity: 1, follows: 'review' },
  { code: 'steering', severity: 1, follows: 'review' },
  { code: 'technical', severity: 1, follows: 'review' },
  { code: 'unchecked', severity: 1, follows: 'review' },
  { code: 'late', severity: 1, follows: 'review' },
] as const satisfies readonly Policy[];

export type PolicyCode = (typeof POLICIES)[number]['code'];

/** What is ours to say, and no judge's: how it came here, what nobody could check, and what came out badly. */
const UNJUDGED = ['technical', 'unchecked', 'late', 'refused-picture'] as const satisfies readonly PolicyCode[];

type JudgedCode = Exclude<PolicyCode, (typeof UNJUDGED)[number]>;

/** The policies of what a clip would show. */
export const JUDGED_POLICIES = POLICIES.filter(
  (policy): policy is Extract<(typeof POLICIES)[number], { code: JudgedCode }> => !isUnjudged(policy.code),
);

/** Whether it says nothing of what a clip would show. */
export function isUnjudged(code: string): boolean {
  return (UNJUDGED as readonly string[]).includes(code);
}

const policies: ReadonlyMap<string, Policy> = new Map(POLICIES.map((each) => [each.code, each]));

/** What a policy says to do where it clearly applies; `review` for a code that is not known. */
export function followsOf(code: string): Following {
  return policies.get(code)?.follows ?? 'review';
}

/** Of the gravest policies, what is only suspected is for two as well. */
export function isForTwo(code: string): boolean {
  return followsOf(code) === 'review-by-two' || policies.get(code)?.severity === GRAVEST;
}

const GRAVEST = 3;

/** 1 for a code that is not known. */
export function severityOf(code: string): Policy['severity'] {
  return policies.get(code)?.severity ?? 1;
}
