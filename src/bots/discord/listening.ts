import type { GatewayDispatchPayload } from 'discord.js';
import { AdapterError } from '../../requests/index.ts';
import type { Holding } from '../leases.ts';
import { pause } from '../pause.ts';
import { startTurns, type Turns } from '../take-turns.ts';
import { agreeOnShards, type Sharding, shardName } from './connection/agree-on-shards.ts';
import { createIdentifyTurns, NO_TURNS } from './connection/identify-turns.ts';
import type { HearingDependencies } from './hearing/hearing.ts';
import { type OpenShard, openShard } from './open-shard.ts';

export interface ListeningDependencies extends Omit<HearingDependencies, 'shard' | 'isOurs' | 'mayRead'>, Holding {
  token: string;
  apiUrl: string;
  newId: () => string;
  shards: number | 'auto';
  shardsPerProcess: number;
  onEvent: (event: GatewayDispatchPayload) => void;
  /** Told of what only the operator can mend. */
  onTrouble: (error: AdapterError) => void;
}

export interface Listening {
  /** Resolves when all shards that this process has are caught up with. Rejects where the token is refused. */
  caughtUp: Promise<void>;
  close(): Promise<void>;
}

const FIRST_WAIT_MS = 5000;
const LONGEST_WAIT_MS = 10 * 60 * 1000;

/** Hears the shards that no other process hears, and stands by for the others. */
export function startListening(dependencies: ListeningDependencies): Listening {
  const { leases, holder, leaseMs, newId, onError, onTrouble } = dependencies;
  const closing = new AbortController();
  let turns: Turns<OpenShard> | null = null;

  /** Null when all was closed before Discord could be asked. */
  async function agree(): Promise<Sharding | null> {
    for (let waitMs = FIRST_WAIT_MS; !closing.signal.aborted; waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)) {
      try {
        return await agreeOnShards(dependencies, dependencies.shards);
      } catch (error) {
        if (error instanceof AdapterError && error.code === 'token-refused') throw error;
        onError(error);
      }
      await pause(waitMs, closing.signal);
    }
    return null;
  }

  async function begin(): Promise<void> {
    const sharding = await agree();
    if (!sharding || closing.signal.aborted) return;
    const { count, sideBySide } = sharding;
    const mayIdentify = count === 1 ? NO_TURNS : createIdentifyTurns({ leases, newId, sideBySide });
    const shards = new Map(Array.from({ length: count }, (_, id) => [shardName({ id, count }), { id, count }]));
    turns = startTurns({
      leases,
      holder,
      leaseMs,
      names: [...shards.keys()],
      atMost: dependencies.shardsPerProcess,
      open: (name, isOurs) => {
        const shard = shards.get(name) as { id: number; count: number };
        return openShard({ ...dependencies, shard, isOurs, mayIdentify, onTrouble });
      },
      onError,
    });
    await Promise.all((await turns.firstLook).map(({ caughtUp }) => caughtUp));
  }

  const beginning = begin();
  beginning.catch(() => {});
  return {
    caughtUp: beginning,
    async close() {
      closing.abort();
      // What is being caught up with is left as it is; turns are there or never will be.
      await turns?.close();
    },
  };
}
