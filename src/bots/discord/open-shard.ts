import type { GatewayDispatchPayload, IIdentifyThrottler } from 'discord.js';
import type { AdapterError } from '../../requests/index.ts';
import { pause } from '../pause.ts';
import { type Connection, createConnection, type Shard } from './connection/create-connection.ts';
import { createHearing, type HearingDependencies } from './hearing/hearing.ts';

export interface OpenShardDependencies extends Omit<HearingDependencies, 'mayRead'> {
  token: string;
  apiUrl: string;
  mayIdentify: IIdentifyThrottler;
  onEvent: (event: GatewayDispatchPayload) => void;
  /** Told of what only the operator can mend. */
  onTrouble: (error: AdapterError) => void;
}

export interface OpenShard {
  shard: Shard;
  /** Resolves when what was asked before the first session began has been heard. Rejects where the token is refused. */
  caughtUp: Promise<void>;
  close(): Promise<void>;
}

/** A thousand sessions a day may be begun (docs: events/gateway), so tries become rare. */
const FIRST_WAIT_MS = 5000;
const LONGEST_WAIT_MS = 10 * 60 * 1000;

/** Hears one shard until it is closed, whatever becomes of its connections. */
export function openShard(dependencies: OpenShardDependencies): OpenShard {
  const { token, apiUrl, shard, isOurs, mayIdentify, onEvent, onTrouble, onError } = dependencies;
  const closing = new AbortController();
  const { promise: closed, resolve: nowClosed } = Promise.withResolvers<null>();
  let connection: Connection | null = null;
  const hearing = createHearing({ ...dependencies, mayRead: (channelId) => connection?.mayRead(channelId) ?? true });

  function hear(event: GatewayDispatchPayload): void {
    if (!isOurs() || closing.signal.aborted) return;
    onEvent(event);
    hearing.onEvent(event);
  }

  /** One connection from its beginning to its end; answers with why it ended, null where it was closed by us. */
  async function connect(onOpen: () => void): Promise<AdapterError | null> {
    const opened = createConnection({ token, apiUrl, shard, mayIdentify, onEvent: hear, onError });
    connection = opened;
    const opening = opened.open().then(
      () => null,
      (error: AdapterError) => error,
    );
    const failed = await Promise.race([opening, closed.then(() => null)]);
    if (failed) return failed;
    onOpen();
    const ended = await Promise.race([opened.refused, closed]);
    await opened.close();
    return ended;
  }

  const firstRefusal = Promise.withResolvers<never>();
  async function stayConnected(): Promise<void> {
    let waitMs = FIRST_WAIT_MS;
    while (!closing.signal.aborted) {
      const ended = await connect(() => {
        waitMs = FIRST_WAIT_MS;
      });
      if (!ended) return;
      if (ended.code === 'token-refused') firstRefusal.reject(ended);
      onTrouble(ended);
      onError(ended);
      await pause(waitMs, closing.signal);
      waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
    }
  }

  const connecting = stayConnected();
  const caughtUp = Promise.race([hearing.caughtUp, firstRefusal.promise, closed.then(() => {})]);
  caughtUp.catch(() => {});
  return {
    shard,
    caughtUp,
    async close() {
      closing.abort();
      nowClosed(null);
      await connecting.catch(onError);
      await connection?.close();
      await hearing.close();
    },
  };
}
