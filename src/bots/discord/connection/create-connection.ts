import {
  Client,
  Events,
  type GatewayDispatchPayload,
  GatewayIntentBits,
  type IIdentifyThrottler,
  Options,
  PermissionFlagsBits,
} from 'discord.js';
import type { AdapterError } from '../../../requests/index.ts';
import { gatewayClosed } from './gateway-closed.ts';
import { restError } from './rest-error.ts';

/** One part of the bot's servers, of so many parts. */
export interface Shard {
  id: number;
  count: number;
}

export interface ConnectOptions {
  token: string;
  apiUrl: string;
  shard: Shard;
  /** Waits until a session may be begun; sessions are begun one after another, whichever process they are of. */
  mayIdentify: IIdentifyThrottler;
  onEvent: (event: GatewayDispatchPayload) => void;
  onError: (error: AdapterError) => void;
}

export interface Connection {
  /** Resolves when the first session stands. A connection that could not be opened is closed for good. */
  open(): Promise<void>;
  /** Resolves when Discord ended the connection in a manner that only the operator can mend; never otherwise. */
  refused: Promise<AdapterError>;
  /** Whether the channel's messages may be read; asking Discord in vain too often is an IP ban. */
  mayRead(channelId: string): boolean;
  close(): Promise<void>;
}

/**
 * Connects to the gateway, and again whenever the connection breaks. What Discord sends is handed on as it comes: the
 * client's own structures know only of messages that they have seen, and of no edit or deletion of others.
 */
export function createConnection({ token, apiUrl, shard, mayIdentify, onEvent, onError }: ConnectOptions): Connection {
  const client = new Client({
    // What mentions us carries its words without the privileged intent.
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    rest: { api: apiUrl },
    ws: { buildIdentifyThrottler: async () => mayIdentify },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      GuildMemberManager: { maxSize: 0, keepOverLimit: (member) => member.id === member.client.user.id },
      UserManager: { maxSize: 0, keepOverLimit: (user) => user.id === user.client.user.id },
    }),
    shards: [shard.id],
    shardCount: shard.count,
  });
  const refused = Promise.withResolvers<AdapterError>();
  let refusal: AdapterError | null = null;
  client.on(Events.Raw, onEvent);
  client.on(Events.Error, (error) => onError(restError(error)));
  client.on(Events.ShardError, (error) => {
    // Told by its code already.
    if (!refusal) onError(restError(error));
  });
  client.on(Events.ShardDisconnect, ({ code }) => {
    refusal = gatewayClosed(code);
    refused.resolve(refusal);
  });
  return {
    refused: refused.promise,
    async open() {
      try {
        await client.login(token);
      } catch (error) {
        await client.destroy();
        throw refusal ?? restError(error);
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
