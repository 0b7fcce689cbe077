import { flaggedPolicies, type HistoryEntry, type Instant, type PromptRequest } from '../../requests/index.ts';

/** What became of what somebody asked for, against their will. */
export type RestrictionKind = 'not-made' | 'not-shown' | 'taken-down';

/** A decision against a request for what is in it, and all that it rested on; nobody's words. */
export interface Restriction {
  kind: RestrictionKind;
  requestId: string;
  version: number;
  at: Instant;
  /** When what it is about was asked, or the clip was made. */
  contentAt: Instant;
  locale: PromptRequest['locale'];
  withPicture: boolean;
  /** Codes of the policies that it is incompatible with, the gravest first; none: a rule without a code. */
  policies: string[];
  /** The screenings that had looked, and the version of the policies they went by. */
  screenedBy: string[];
  policiesVersion: string | null;
  /** Whether screening had pointed at it. */
  foundBySystem: boolean;
  /** By screening alone, by a curator whom it had pointed there, or by a curator. */
  decidedBy: 'system' | 'curator-after-system' | 'curator';
  reported: boolean;
}

/** Declined for what was asked. All other reasons are a choice among requests, against which nothing speaks. */
const AGAINST_RULES: Readonly<Record<string, string[] | undefined>> = { rules: [], rights: ['copyright'] };

/** Whether the request stands there as restricted, so that a statement of reasons is due. */
export function isRestricted(request: PromptRequest): boolean {
  switch (request.state) {
    case 'refused':
    case 'blocked':
      return true;
    case 'declined':
      return AGAINST_RULES[request.decline.reason] !== undefined;
    case 'removed':
      return request.by !== 'requester';
    default:
      return false;
  }
}

/** Null where the version of the request was no decision of this kind. */
export function restrictionOf(
  request: Pick<PromptRequest, 'askedAt' | 'locale' | 'picture'>,
  history: readonly HistoryEntry[],
  version: number,
): Restriction | null {
  const before = history.filter((entry) => entry.version <= version);
  const entry = before.at(-1);
  const kind = entry?.version === version ? kindOf(entry) : null;
  if (!entry || kind === null) return null;
  const verdict = before
    .map(({ event }) => ('verdict' in event ? event.verdict : null))
    .findLast((each) => each !== null);
  const findings = verdict?.findings.filter(({ outcome }) => outcome !== 'allow') ?? [];
  const flagged = verdict ? flaggedPolicies(verdict) : [];
  const byCurator = entry.event.kind !== 'prompt-screened' && entry.event.kind !== 'clip-screened';
  const named = entry.event.kind === 'declined' ? AGAINST_RULES[entry.event.decline.reason] : undefined;
  const decisive = findings.filter(({ outcome }) => outcome === 'refuse').map(({ policy }) => policy);
  const foundBySystem = flagged.length > 0;
  const made = before.findLast(({ event }) => event.kind === 'clip-finished');
  return {
    kind,
    ...{ requestId: entry.requestId, version, at: entry.at, locale: request.locale },
    contentAt: kind === 'not-made' || !made ? request.askedAt : made.at,
    withPicture: kind === 'not-made' && request.picture !== null,
    policies: named?.length ? named : byCurator ? flagged : [...new Set(decisive)],
    screenedBy: verdict?.screenedBy ?? [],
    policiesVersion: verdict?.policies ?? null,
    foundBySystem,
    decidedBy: byCurator ? (foundBySystem ? 'curator-after-system' : 'curator') : 'system',
    reported: kind === 'taken-down' && before.some(({ event }) => event.kind === 'reported'),
  };
}

function kindOf({ event, from, to }: HistoryEntry): RestrictionKind | null {
  switch (event.kind) {
    case 'prompt-screened':
      return to === 'refused' ? 'not-made' : null;
    case 'declined':
      return AGAINST_RULES[event.decline.reason] === undefined ? null : 'not-made';
    case 'clip-screened':
    case 'clip-blocked':
      return to === 'blocked' && from !== to ? 'not-shown' : null;
    case 'taken-down':
      return event.by === 'requester' ? null : 'taken-down';
    default:
      return null;
  }
}
