import type { Interaction } from './interactions/interaction.ts';
import type { Ledger } from './ledger.ts';
import type { Grants } from './oauth/grants.ts';
import type { Settings } from './settings.ts';
import type { NextSnowflake } from './world/create-snowflakes.ts';
import type { Message, World } from './world/world.ts';

/** An event on its way to the sessions that may see it. */
export interface Event {
  name: string;
  /** Decides which shard hears it; none goes to shard 0. */
  guildId: string | null;
  /** The intents of which a session needs one; 0 goes to everybody. */
  intents: number;
  /** Rendered for a session with these intents. */
  data: (intents: number) => unknown;
}

/** What everything in the simulator shares. */
export interface Discord {
  settings: Settings;
  world: World;
  ledger: Ledger;
  interactions: Map<string, Interaction>;
  /** What people let the application see. */
  grants: Grants;
  /** By author and nonce, for a few minutes. */
  nonces: Map<string, { message: Message; at: number }>;
  nextId: NextSnowflake;
  /** Milliseconds since 1970. */
  now: () => number;
  /** `http://127.0.0.1:…`, known when it listens. */
  origin: () => string;
  emit: (event: Event) => void;
  /** Takes one of a channel's edits of messages older than an hour; false where none is left. */
  oldEdits: (channelId: string) => boolean;
  sessionStartsLeft: () => number;
  /** The bot is no longer in a server, by its own wish or thrown out. */
  leaveGuild: (guildId: string) => void;
  /** Tells the page, and whoever waits, that something changed. */
  changed: () => void;
  /** For waiting: called with each change. */
  watchers: Set<() => void>;
}
