import type { JsonObject } from '../json.ts';

/** What the page is told and what it tells, as JSON. The page itself imports only types from here. */

export interface ShownPerson {
  id: string;
  name: string;
  /** Who they are in the server. */
  part: Part;
  /** Discord's code of their language. */
  locale: string;
}

export type Part = 'requester' | 'curator' | 'admin';

export interface ShownChannel {
  id: string;
  /** Empty for the conversation with the bot alone. */
  name: string;
  /** The newest message in it. */
  newest: string | null;
}

export interface ShownFile {
  id: string;
  name: string;
  type: string;
  /** In bytes. */
  size: number;
  width: number | null;
  height: number | null;
  description: string | null;
  url: string;
}

export interface ShownMessage {
  id: string;
  author: { id: string; name: string; bot: boolean };
  mine: boolean;
  text: string;
  /** Milliseconds since 1970. */
  at: number;
  edited: boolean;
  answers: { id: string; name: string; text: string } | null;
  /** The command that it answers. */
  command: { by: string; name: string } | null;
  /** Whether it alerted the person who looks. */
  pings: boolean;
  onlyForMe: boolean;
  thinking: boolean;
  files: ShownFile[];
  embeds: JsonObject[];
  /** As Discord shows them; what they show of files has the file's `attachment_id`. */
  components: JsonObject[];
  /** Whether components are all of it. */
  componentsOnly: boolean;
}

export interface PageState {
  bot: { id: string; name: string; connected: boolean };
  server: string;
  people: ShownPerson[];
  channels: ShownChannel[];
  /** Empty where the channel cannot be seen by who looks. */
  messages: ShownMessage[];
  mayWrite: boolean;
  /** Commands with their parts, and entries of the message menu, as they were registered. */
  commands: JsonObject[];
  /** How people, roles and channels are called. */
  names: Record<string, string>;
  roles: { id: string; name: string }[];
  files: Record<string, ShownFile>;
  /** What the bot did that Discord does not allow. */
  violations: string[];
  /** Requests that the bot sent so far. */
  requests: number;
}

/** A file on its way to the server. */
export interface SentFile {
  name: string;
  type: string;
  /** The bytes in base64. */
  data: string;
}

export interface ShownForm {
  /** What names it when it is sent. */
  id: string;
  title: string;
  components: JsonObject[];
}

/** What became of what a person did. */
export type Outcome =
  | { outcome: 'done' }
  | { outcome: 'form'; form: ShownForm }
  | { outcome: 'choices'; choices: { name: string; value: string | number }[] }
  /** No answer came within Discord's 3 seconds. */
  | { outcome: 'failed' }
  /** Discord's client would not let them. */
  | { outcome: 'refused'; why: string };

export const troubles = [
  'cut',
  'drop',
  'reconnect',
  'outage',
  'error',
  'limited',
  'late',
  'lost-answer',
  'throw-out',
  'mute',
] as const;
export type Trouble = (typeof troubles)[number];
