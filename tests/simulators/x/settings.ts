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
  /** How long an access token of OAuth 2 is good. */
  tokenSeconds?: number;
  /** How long the code is that is got for one. */
  codeSeconds?: number;
  /** Where the bot's app may have people sent back to. */
  callbackUrls?: string[];
  /** Whether an app on another port of this machine may have people sent back too, as if it were on its usual one. */
  anyOwnPort?: boolean;
  /** What is granted of what an app asks for. */
  grants?: (asked: readonly string[]) => readonly string[];
  /** Whether a refresh token that is shown a second time ends the whole login. */
  reuseEndsLogin?: boolean;
  /** Whether a renewal ends the access token before it at once. */
  renewalEndsAccess?: boolean;
  /** What the keys of OAuth 1.0a may do. */
  accessLevel?: 'read' | 'read-write';
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
    tokenSeconds: 7200,
    codeSeconds: 30,
    callbackUrls: ['http://127.0.0.1:4610/', 'http://127.0.0.1:3000/sign-in/x'],
    anyOwnPort: false,
    grants: (asked: readonly string[]) => asked,
    reuseEndsLogin: true,
    renewalEndsAccess: false,
    accessLevel: 'read-write',
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
  clientSecret: 'simulated-client-secret',
} as const;
