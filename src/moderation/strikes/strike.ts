import type { Instant, PromptRequest } from '../../requests/index.ts';
import { severityOf } from '../screening/policies.ts';

/** What counts against a member for a while: something they asked for that must not be made. */
export interface Strike {
  requestId: string;
  /** The policy's code; `rules` where a curator declined it as against them. */
  policy: string;
  weight: number;
  at: Instant;
  /** When it counts no more. */
  until: Instant;
  /** Whether it counts, but for its time; a curator may have lifted it. */
  counts: boolean;
  /** What a curator said of it last. */
  word: { curator: string; at: Instant; reason: string } | null;
}

/** By the severity of the policy. */
const WEIGHTS = { 1: 1, 2: 2, 3: 4 } as const;
const LASTING_DAYS = { 1: 30, 2: 90, 3: 365 } as const;
export const LONGEST_DAYS = LASTING_DAYS[3];

/** The reason for which a curator's decline counts. */
const DECLINED_FOR = 'rules';
/** As grave as most policies. */
const DECLINED_SEVERITY = 2;

/** Whoever speaks of harming themselves is told where to find help, and not punished for it. */
const NO_STRIKE: ReadonlySet<string> = new Set(['self-harm']);

const DAY_MS = 24 * 60 * 60 * 1000;

/** The strike that a request is, lifted or not; null where it is none. Counted from the asking, so an appeal moves nothing. */
export function strikeOf(request: PromptRequest): Strike | null {
  const found = brokenIn(request);
  if (found === null) return null;
  const { id: requestId, askedAt: at, strike } = request;
  const { policy, severity } = found;
  const until = new Date(Date.parse(at) + LASTING_DAYS[severity] * DAY_MS).toISOString();
  const word = strike ? { curator: strike.curator, at: strike.at, reason: strike.reason } : null;
  return { requestId, policy, weight: WEIGHTS[severity], at, until, counts: strike?.counts ?? true, word };
}

function brokenIn(request: PromptRequest): { policy: string; severity: 1 | 2 | 3 } | null {
  if (request.state === 'declined') {
    return request.decline.reason === DECLINED_FOR ? { policy: DECLINED_FOR, severity: DECLINED_SEVERITY } : null;
  }
  if (request.state !== 'refused') return null;
  // Findings stand gravest first.
  const finding = request.verdict.findings.find(({ outcome }) => outcome === 'refuse');
  if (!finding || NO_STRIKE.has(finding.policy)) return null;
  return { policy: finding.policy, severity: severityOf(finding.policy) };
}
