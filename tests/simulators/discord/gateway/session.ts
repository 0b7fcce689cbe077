import type { WebSocket } from 'ws';

/** One client's stay at the gateway; it outlives a connection that broke. */
export interface Session {
  id: string;
  intents: number;
  shard: readonly [id: number, count: number];
  /** The number of the event that was last numbered. */
  sequence: number;
  /** Events as they were or would have been sent, for a resume. */
  sent: { sequence: number; text: string }[];
  connection: WebSocket | null;
  /** When its connection was lost, in milliseconds; null while it has one. */
  lostAt: number | null;
}

/** Discord keeps so much and no more; a client that missed more starts anew. */
export const mostReplayed = 100_000;

/** Gateway codes (docs: topics/opcodes-and-status-codes). */
export const opcode = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presence: 3,
  voiceState: 4,
  resume: 6,
  reconnect: 7,
  requestMembers: 8,
  invalidSession: 9,
  hello: 10,
  acknowledged: 11,
} as const;

/** Codes with which Discord ends a connection. */
export const closeCode = {
  unknownOpcode: 4001,
  decodeError: 4002,
  notAuthenticated: 4003,
  authenticationFailed: 4004,
  alreadyAuthenticated: 4005,
  invalidSequence: 4007,
  rateLimited: 4008,
  timedOut: 4009,
  invalidShard: 4010,
  invalidVersion: 4012,
  invalidIntents: 4013,
  disallowedIntents: 4014,
} as const;

/** Which shard hears of a server (docs: events/gateway, "Sharding"). */
export function shardOf(guildId: string | null, count: number): number {
  return guildId === null ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(count));
}
