import type { JsonObject } from '../json.ts';
import type { Message, User } from '../world/world.ts';

/** Discord's numbers of what a person did. */
export const interactionKind = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;

/** How the bot answered at first. */
export type FirstAnswer =
  | { kind: 'message'; message: Message }
  | { kind: 'deferred'; ephemeral: boolean }
  | { kind: 'deferred-update' }
  | { kind: 'update'; message: Message }
  | { kind: 'modal'; modal: Modal }
  | { kind: 'choices'; choices: readonly { name: string; value: string | number }[] };

/** A form that the bot showed, with its components as they were sent. */
export interface Modal {
  customId: string;
  title: string;
  components: readonly JsonObject[];
  /** What it was the answer to. */
  askedBy: Interaction;
}

/** Something that a person did with the bot, and what became of it. */
export interface Interaction {
  id: string;
  token: string;
  kind: (typeof interactionKind)[keyof typeof interactionKind];
  /** The command's name, or the custom id of what was pressed or sent. */
  name: string;
  user: User;
  channelId: string;
  guildId: string | null;
  /** The message whose component it was, or whose component opened the form. */
  message: Message | null;
  createdAt: number;
  /** Milliseconds from asking to the first answer; null while there is none. */
  answeredAfterMs: number | null;
  answer: FirstAnswer | null;
  /** What `@original` stands for. */
  original: Message | null;
  /** What the bot sent in addition. */
  followUps: Message[];
  /** Resolves with the first answer. Never settles where none comes: race it, or ask `hasFailed`. */
  answered: Promise<FirstAnswer>;
  settle: (answer: FirstAnswer) => void;
  /** The person does the same once more. */
  again: () => Interaction;
}

/** First answer within 3 s, then the token lives 15 minutes (docs: interactions/receiving-and-responding). */
export const answerWithinMs = 3000;
export const tokenLivesMs = 15 * 60_000;
