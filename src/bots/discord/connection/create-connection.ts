import {
  Client,
  Events,
  type GatewayDispatchPayload,
  GatewayIntentBits,
  Options,
  PermissionFlagsBits,
} from 'discord.js';
import type { AdapterError } from '../../../requests/index.ts';
import { restError } from './rest-error.ts';

export interface ConnectOptions {
  token: string;
  apiUrl: string;
  /** Which shards this process has; absent: all that Discord asks for. */
  shards?: { ids: readonly number[]; count: number };
  onEvent: (event: GatewayDispatchPayload, shard: number) => void;
  onError: (error: AdapterError) => void;
}

export interface Connection {
  /** Resolves when the first session stands. A connection that could not be opened is closed for good. */
  open(): Promise<void>;
  /** Whether the channel's messages may be read; asking Discord in vain too often is an IP ban. */
  mayRead(channelId: string): boolean;
  close(): Promise<void>;
}

/**
 * Connects to the gateway, and again whenever the connection breaks. What Discord sends is handed on as it comes: the
 * client's own structures know only of messages that they have seen, and of no edit or deletion of others.
 */
export function createConnection({ token, apiUrl, shards, onEvent, onError }: ConnectOptions): Connection {
  const client = new Client({
    // What mentions us carries its words without the privileged intent.
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    rest: { api: apiUrl },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      GuildMemberManager: { maxSize: 0, keepOverLimit: (member) => member.id === member.client.user.id },
      UserManager: { maxSize: 0, keepOverLimit: (user) => user.id === user.client.user.id },
    }),
    ...(shards ? { shards: [...shards.ids], shardCount: shards.count } : {}),
  });
  client.on(Events.Raw, (event: GatewayDispatchPayload, shard: number) => onEvent(event, shard));
  client.on(Events.Error, (error) => onError(restError(error)));
  client.on(Events.ShardError, (error) => onError(restError(error)));
  client.on(Events.ShardDisconnect, ({ code }) =>
    onError(restError(new Error(`Discord ended the connection: ${code}`))),
  );
  return {
    async open() {
      try {
        await client.login(token);
      } catch (error) {
        await client.destroy();
        throw restError(error);
      }
    },
    mayRead(channelId) {
      const channel = client.channels.cache.get(channelId);
      if (!channel || channel.isDMBased()) return true;
      const needed = [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.ReadMessageHistory];
      return client.user !== null && (channel.permissionsFor(client.user)?.has(needed) ?? false);
    },
    close: () => client.destroy(),
  };
}
