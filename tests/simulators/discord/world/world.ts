import type { JsonObject } from '../json.ts';

export interface User {
  id: string;
  username: string;
  /** What they call themselves. */
  displayName: string;
  bot: boolean;
  /** Discord's code of the language they see, e.g. `en-US`, `ar`. */
  locale: string;
  /** Whether they take no direct messages from people and bots of their servers. */
  closed: boolean;
}

export interface Role {
  id: string;
  name: string;
  permissions: bigint;
  position: number;
  mentionable: boolean;
  /** Made by Discord for a bot, not by people. */
  managedBy: string | null;
}

export interface Member {
  guildId: string;
  user: User;
  roles: string[];
  joinedAt: number;
}

export interface Guild {
  id: string;
  name: string;
  ownerId: string;
  locale: string;
  roles: Map<string, Role>;
  members: Map<string, Member>;
  /** Where Discord itself speaks to the server. */
  systemChannelId: string | null;
  /** Discord's own trouble: the server is there, and cannot be reached. */
  unavailable: boolean;
}

export interface Overwrite {
  kind: 'role' | 'member';
  allow: bigint;
  deny: bigint;
}

/** Discord's numbers of the kinds of channel that are simulated. */
export const channelKind = { text: 0, direct: 1, category: 4, publicThread: 11 } as const;

export interface Channel {
  id: string;
  kind: (typeof channelKind)[keyof typeof channelKind];
  name: string;
  /** Null in a direct conversation. */
  guildId: string | null;
  /** Of a thread the channel it hangs in. */
  parentId: string | null;
  position: number;
  overwrites: Map<string, Overwrite>;
  /** Who talks in a direct conversation, besides the bot. */
  recipients: string[];
  ownerId: string | null;
  messages: Map<string, Message>;
}

export interface StoredFile {
  id: string;
  channelId: string;
  name: string;
  contentType: string;
  bytes: Uint8Array;
  description: string | null;
  width: number | null;
  height: number | null;
}

export interface Message {
  id: string;
  channelId: string;
  guildId: string | null;
  author: User;
  webhookId: string | null;
  /** Discord's number: 0 an ordinary one, 19 an answer, 20 the answer to a command. */
  type: number;
  content: string;
  files: StoredFile[];
  embeds: JsonObject[];
  /** As Discord shows them: every one with its id, media resolved to attachments. */
  components: JsonObject[];
  flags: number;
  /** People whom the message mentions, without those whom `allowed_mentions` left out. */
  mentions: string[];
  mentionRoles: string[];
  mentionEveryone: boolean;
  reference: { type: 0 | 1; messageId: string; channelId: string; guildId: string | null } | null;
  snapshot: Message | null;
  nonce: string | number | null;
  createdAt: number;
  editedAt: number | null;
  /** Whom alone it is shown to. */
  ephemeralTo: string | null;
  interaction: JsonObject | null;
  /** The answer to an interaction that is only promised yet. */
  loading: boolean;
}

/** All that there is, in plain maps. */
export interface World {
  /** The bot and its application, which share an id here as they do on Discord. */
  bot: User;
  /** Who owns the application: one person, or those of a team; the bot's own account where nobody was named. */
  owners: { user: User; role: 'admin' | 'developer' | 'read_only'; accepted: boolean }[];
  users: Map<string, User>;
  guilds: Map<string, Guild>;
  /** Servers in which the bot is. */
  joined: Set<string>;
  channels: Map<string, Channel>;
  files: Map<string, StoredFile>;
  /** Registered commands by where they apply: `global`, or the id of a server. */
  commands: Map<string, Map<string, JsonObject>>;
}

export function createWorld(bot: User): World {
  return {
    bot,
    owners: [],
    users: new Map([[bot.id, bot]]),
    guilds: new Map(),
    joined: new Set(),
    channels: new Map(),
    files: new Map(),
    commands: new Map(),
  };
}
