import type { JsonObject } from './json.ts';

/** One request as it came and as it was answered. */
export interface LedgerEntry {
  /** Milliseconds since 1970, by the simulator's clock. */
  at: number;
  method: string;
  /** As in the specification, e.g. `/channels/{channel_id}/messages`. */
  route: string;
  /** As it was asked for, without the query. */
  path: string;
  query: Readonly<Record<string, string>>;
  body: unknown;
  files: readonly { name: string; bytes: number }[];
  /** 0 while it is not answered, and where the connection was cut. */
  status: number;
  /** Discord's code of a refusal. */
  code: number | null;
  answer: unknown;
}

/** Something that the bot did and Discord does not allow. */
export interface Violation {
  operation: string;
  message: string;
  sent: unknown;
}

/** Whom a new message alerted. */
export interface Ping {
  messageId: string;
  channelId: string;
  authorId: string;
  kind: 'user' | 'role' | 'everyone' | 'reply';
  /** A person's or a role's id; the server's for everyone. */
  target: string;
}

export interface Ledger {
  requests: LedgerEntry[];
  violations: Violation[];
  pings: Ping[];
  /** Where the simulator itself broke the specification; a test must end with none. */
  slips: string[];
  /** Commands that were written, by a bulk overwrite one for each call. */
  commandWrites: number;
  /** Answers of 401, 403 and 429: 10,000 in 10 minutes are a ban on Discord. */
  refusedAnswers: number;
  /** Operations of the specification whose requests and answers were checked, e.g. `get /users/@me`. */
  checkedOperations: Set<string>;
  checkedEvents: Map<string, number>;
}

export function createLedger(): Ledger {
  return {
    requests: [],
    violations: [],
    pings: [],
    slips: [],
    commandWrites: 0,
    refusedAnswers: 0,
    checkedOperations: new Set(),
    checkedEvents: new Map(),
  };
}

/** Adds to a list that must not outgrow the memory: the oldest go. */
export function keepAtMost<Entry>(list: Entry[], entry: Entry, most: number): void {
  list.push(entry);
  if (list.length > most) list.splice(0, list.length - most);
}

/** A request's body, where it is an object. */
export type SentBody = JsonObject;
