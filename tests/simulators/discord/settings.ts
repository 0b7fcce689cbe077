import type { Clock } from '../../../src/requests/index.ts';

/** So many in so long. */
export interface Allowance {
  count: number;
  perMs: number;
}

/** What can be told to a simulator when it is made; what is left out is as on Discord. */
export interface DiscordSimulatorSettings {
  clock?: Clock;
  /** On 127.0.0.1; a free one unless given. */
  port?: number;
  token?: string;
  /** OAuth2 client secret of the bot's application. */
  clientSecret?: string;
  /** To which addresses it sends people back who signed in, exactly. */
  redirectUris?: string[];
  /** Whether it sends them to any port of this machine as well, which Discord does not. */
  anyOwnPort?: boolean;
  botName?: string;
  /** Largest file, in bytes: 10 MiB unless given. */
  attachmentLimit?: number;
  heartbeatIntervalMs?: number;
  /** IDENTIFYs a day: 1,000 unless given. */
  sessionStarts?: number;
  /** How long a session whose connection broke can be resumed: 2 minutes unless given. */
  resumeWithinMs?: number;
  /** How many requests of all kinds: 50 a second unless given. */
  globalLimit?: Allowance;
  /** Per route and channel, server or webhook; `null` sets no limit. 5 in 5 s for messages unless given, 10 in 5 s otherwise. */
  routeLimit?: Allowance | null;
  /** Edits of messages older than an hour, by channel: 3 in 6 s unless given (seen by discord-userdoccers, pull request 551). */
  oldEdits?: Allowance;
  /** How long a nonce is remembered: 3 minutes unless given ("a few minutes", docs: resources/message). */
  nonceMs?: number;
  /** How long a link to a file works: 24 h unless given. */
  linkMs?: number;
  /** Intents beyond those everybody has: none unless given. */
  privilegedIntents?: number;
  /** What the application's owner set up otherwise in the developer portal, in Discord's words. */
  application?: Readonly<Record<string, unknown>>;
  /** Whether answers and events are held to the specification: yes unless given. A load test may turn it off. */
  check?: boolean;
  /** Most violations and ledger entries kept, so that a load test does not fill the memory. */
  keep?: number;
}

export type Settings = Required<Omit<DiscordSimulatorSettings, 'port'>> & { port: number };

const mebibyte = 1024 * 1024;
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

export function completeSettings(given: DiscordSimulatorSettings): Settings {
  return {
    clock: () => new Date(),
    port: 0,
    token: 'simulated.discord.token',
    clientSecret: 'simulated.client.secret',
    redirectUris: ['http://127.0.0.1:3000/sign-in/discord', 'http://localhost:3000/sign-in/discord'],
    anyOwnPort: false,
    botName: 'Open Call',
    attachmentLimit: 10 * mebibyte,
    heartbeatIntervalMs: 41_250,
    sessionStarts: 1000,
    resumeWithinMs: 2 * minuteMs,
    globalLimit: { count: 50, perMs: 1000 },
    routeLimit: { count: 5, perMs: 5000 },
    oldEdits: { count: 3, perMs: 6000 },
    nonceMs: 3 * minuteMs,
    linkMs: 24 * hourMs,
    privilegedIntents: 0,
    application: {},
    check: true,
    keep: 100_000,
    ...given,
  };
}
