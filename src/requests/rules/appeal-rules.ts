import type { Appeal } from '../appeal.ts';
import type { PromptRequest, RequestIn } from '../request.ts';
import type { Rules, Ruling } from './rule.ts';

type Over = RequestIn<Appeal['of']>;

/** A second look at what came to nothing, by somebody who had not decided it. */
export const appealRules: Rules<'appealed' | 'appeal-upheld' | 'appeal-dismissed' | 'let-rest'> = {
  appealed: (request, { words }, now) => {
    if (!isOver(request) || wasPassedOver(request) || request.rests) return 'not-now';
    if (request.appeal) return 'already-so';
    return stay(request, {
      appeal: { at: now, words, of: request.state, against: decidersOf(request), decided: null },
    });
  },

  'appeal-upheld': (request, { curator }, now) => {
    if (!isOver(request) || request.rests) return 'not-now';
    const { appeal } = request;
    // A curator may look again unasked, also at what they decided themselves.
    if (!appeal || appeal.decided) return bringBack(request, appeal);
    if (appeal.against.includes(curator)) return 'same-curator';
    return bringBack(request, { ...appeal, decided: { curator, at: now, upheld: true, note: null } });
  },

  'appeal-dismissed': (request, { curator, note }, now) => {
    if (!isOver(request) || !request.appeal) return 'not-now';
    const { appeal } = request;
    if (appeal.decided) return 'already-so';
    if (appeal.against.includes(curator)) return 'same-curator';
    return stay(request, { appeal: { ...appeal, decided: { curator, at: now, upheld: false, note } } });
  },

  'let-rest': (request, _, now) => {
    if (!isOver(request)) return 'not-now';
    return request.rests ? 'already-so' : stay(request, { rests: now });
  },
};

/** Whether a curator had decided what an appeal brought back: then it is for others. */
export function decidedBefore(
  { appeal, appealOf }: Pick<RequestIn<'in-review'>, 'appeal' | 'appealOf'>,
  curator: string,
): boolean {
  return appealOf !== null && appeal?.decided?.upheld === true && appeal.against.includes(curator);
}

/** Whether its requester may appeal now; see `Appeal`. */
export function canAppeal(request: PromptRequest): boolean {
  return isOver(request) && !request.appeal && !request.rests && !wasPassedOver(request);
}

/** Nobody decided against it, so there is no decision to look at again. */
export function wasPassedOver(request: PromptRequest): boolean {
  return request.state === 'declined' && request.decline.curator === null;
}

function isOver(request: PromptRequest): request is Over {
  return request.state === 'refused' || request.state === 'declined' || request.state === 'blocked';
}

function decidersOf(request: Over): string[] {
  if (request.state === 'declined') return request.decline.curator === null ? [] : [request.decline.curator];
  return request.state === 'blocked' && request.blockedBy !== undefined ? [request.blockedBy] : [];
}

/** The same as it was, with what was said of it since. */
export function stay(
  request: Over,
  said: Pick<PromptRequest, 'appeal' | 'strike' | 'keptOut' | 'rests'>,
): Ruling & object {
  switch (request.state) {
    case 'refused':
      return { next: { state: 'refused', verdict: request.verdict, ...said } };
    case 'declined':
      return { next: { state: 'declined', verdict: request.verdict, decline: request.decline, ...said } };
    case 'blocked': {
      const { verdict, approval, clip, clipVerdict, blockedBy } = request;
      const by = blockedBy === undefined ? {} : { blockedBy };
      return { next: { state: 'blocked', verdict, approval, clip, clipVerdict, ...by, ...said } };
    }
    default:
      return request satisfies never;
  }
}

function bringBack(request: Over, appeal: Appeal | undefined): Ruling & object {
  const carried = appeal ? { appeal } : {};
  if (request.state !== 'blocked') {
    const { verdict, state: appealOf } = request;
    return { next: { state: 'in-review', verdict, escalated: false, appealOf, made: null, ...carried } };
  }
  const { approval, clip, clipVerdict } = request;
  // What stopped the clip may ask for two where the prompt did not.
  const verdict = clipVerdict.approvals ? { ...request.verdict, approvals: clipVerdict.approvals } : request.verdict;
  return {
    next: {
      ...{ state: 'in-review', verdict, escalated: false, appealOf: 'blocked', made: { approval, clip } },
      ...carried,
    },
  };
}
