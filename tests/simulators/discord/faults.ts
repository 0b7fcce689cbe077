/** What goes wrong with a request. */
export type RestFault =
  /** Discord answers this instead of doing it. */
  | { kind: 'status'; status: 500 | 502 | 503 | 504 }
  /** 429, with seconds. */
  | { kind: 'limited'; retryAfter: number; global?: boolean }
  /** It is done at once, and answered so much later. */
  | { kind: 'late'; ms: number }
  /** It waits, and is then done and answered. */
  | { kind: 'slow'; ms: number }
  /** It is done, and the connection is cut before the answer. */
  | { kind: 'lost-answer' }
  /** The connection is cut before it is done. */
  | { kind: 'lost-request' }
  /** It stays unanswered and undone, for ever. */
  | { kind: 'hang' };

export interface FaultMatch {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** A part of the operation's path in the specification, or a pattern for it, e.g. `/callback`. */
  route?: string | RegExp;
  /** What the body must also be. */
  body?: (body: unknown) => boolean;
}

/** A fault that waits for its requests. */
export interface ArmedFault {
  /** How often it struck. */
  readonly struck: () => number;
  readonly disarm: () => void;
}

interface Armed {
  match: FaultMatch;
  fault: RestFault;
  left: number;
  struck: number;
}

export interface Faults {
  arm: (match: FaultMatch, fault: RestFault, times?: number) => ArmedFault;
  /** The fault for a request, used up by it. */
  take: (method: string, route: string, body: unknown) => RestFault | null;
  clear: () => void;
}

export function createFaults(): Faults {
  const armed: Armed[] = [];
  const fits = ({ match, left }: Armed, method: string, route: string, body: unknown) =>
    left > 0 &&
    (match.method === undefined || match.method === method) &&
    (match.route === undefined ||
      (typeof match.route === 'string' ? route.includes(match.route) : match.route.test(route))) &&
    (match.body === undefined || match.body(body));
  return {
    arm(match, fault, times = 1) {
      const one: Armed = { match, fault, left: times, struck: 0 };
      armed.push(one);
      return {
        struck: () => one.struck,
        disarm: () => {
          one.left = 0;
        },
      };
    },
    take(method, route, body) {
      const one = armed.find((candidate) => fits(candidate, method, route, body));
      if (one === undefined) return null;
      one.left -= 1;
      one.struck += 1;
      return one.fault;
    },
    clear() {
      armed.length = 0;
    },
  };
}
