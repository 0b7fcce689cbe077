import type { MediaState } from './world.ts';

export interface Allowance {
  count: number;
  perMs: number;
}

export interface XSimulatorSettings {
  /** 0 takes any free port. */
  port?: number;
  botName?: string;
  clock?: () => Date;
  /** What looks at an uploaded video find, one after another. */
  processing?: readonly MediaState[];
  /** Seconds after which X wants to be asked again. */
  checkAfterSecs?: number;
  /** By operation, e.g. `POST /2/tweets`; absent: X's own. */
  limits?: Readonly<Record<string, Allowance>>;
  /** Whether new posts of the bot are listed at once; X has been seen to take its time. */
  listsAtOnce?: boolean;
  keepAliveMs?: number;
  /** How many requests the ledger keeps. */
  keep?: number;
}

const QUARTER_MS = 15 * 60_000;

/** X's own limits for a user (docs.x.com, "Rate limits", 2026-08-22). */
const LIMITS: Readonly<Record<string, Allowance>> = {
  'GET /2/users/{id}/mentions': { count: 300, perMs: QUARTER_MS },
  'POST /2/tweets': { count: 100, perMs: QUARTER_MS },
  'GET /2/tweets': { count: 5000, perMs: QUARTER_MS },
  'GET /2/users/{id}/tweets': { count: 900, perMs: QUARTER_MS },
  'GET /2/users/me': { count: 75, perMs: QUARTER_MS },
};

export function completeSettings(given: XSimulatorSettings) {
  return {
    port: 0,
    botName: 'opencall',
    clock: () => new Date(),
    processing: ['pending', 'in_progress', 'succeeded'],
    checkAfterSecs: 0,
    listsAtOnce: true,
    keepAliveMs: 1000,
    keep: 100_000,
    ...given,
    limits: { ...LIMITS, ...given.limits },
  };
}

export type Settings = ReturnType<typeof completeSettings>;

/** The keys under which the simulator knows the bot. */
export const KEYS = {
  appKey: 'simulated-app-key',
  appSecret: 'simulated-app-secret',
  accessToken: 'simulated-access-token',
  accessSecret: 'simulated-access-secret',
  bearer: 'simulated-app-bearer',
  clientId: 'simulated-client-id',
} as const;
