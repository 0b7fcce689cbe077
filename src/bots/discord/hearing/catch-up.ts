import type { APIMessage, GatewayGuildCreateDispatchData } from 'discord.js';
import { AdapterError } from '../../../requests/index.ts';
import type { Watermark } from '../../hearing/watermark.ts';
import { pause } from '../../pause.ts';
import type { DiscordRest } from '../connection/discord-rest.ts';
import { listMessages } from './list-messages.ts';
import type { createLookAgain } from './look-again.ts';

export interface CatchUpDependencies {
  rest: DiscordRest;
  mayRead: (channelId: string) => boolean;
  hear: (message: APIMessage, mark: Watermark, inDirectMessages: boolean) => Promise<void>;
  /** What was heard before and may have been edited or deleted meanwhile. */
  again: Pick<ReturnType<typeof createLookAgain>, 'inServer' | 'inChannels'>;
  onError: (error: unknown) => void;
}

interface Gap {
  from: bigint;
  mark: Watermark;
  release: () => void;
  over: PromiseWithResolvers<void>;
}

interface Place {
  channel: string;
  direct: boolean;
}

const AGAIN_MS = 2000;

/** Lists what was posted while a session was lost; the mark stays before it until it has been heard. */
export function createCatchUp({ rest, mayRead, hear, again, onError }: CatchUpDependencies) {
  const gaps = new Map<string, Gap>();
  const closing = new AbortController();
  /** One channel after another: listing competes with what the bot has to say. */
  let line: Promise<void> = Promise.resolve();

  /** Tries until it is done, or cannot be. */
  async function untilDone(act: () => Promise<void>): Promise<void> {
    while (!closing.signal.aborted) {
      try {
        return await act();
      } catch (error) {
        onError(error);
        if (error instanceof AdapterError && !error.retryable) return;
      }
      await pause(AGAIN_MS, closing.signal);
    }
  }

  /** Resolves when all is listed, with what is being heard of it. */
  async function list(place: Place, from: bigint, mark: Watermark): Promise<Promise<void>[]> {
    const heard: Promise<void>[] = [];
    await untilDone(async () => {
      for await (const message of listMessages(rest, place.channel, from)) {
        heard.push(hear(message, mark, place.direct));
      }
    });
    return heard;
  }

  const { promise: closed, resolve: nowClosed } = Promise.withResolvers<void>();

  /**
   * Lists the places, looks again at what was asked before, lets go of the mark, which each message now holds for itself,
   * and waits until all are heard.
   */
  async function listAll(
    gap: Pick<Gap, 'from' | 'mark' | 'release'>,
    places: readonly Place[],
    look: () => Promise<void>,
  ) {
    const heard: Promise<void>[] = [];
    const mine = line.then(async () => {
      for (const place of places) heard.push(...(await list(place, gap.from, gap.mark)));
      await untilDone(look);
    });
    line = mine.catch(onError);
    await mine;
    if (closing.signal.aborted) return;
    gap.release();
    await Promise.race([Promise.all(heard), closed]);
  }

  return {
    /** Servers whose messages since then are to be listed as soon as Discord tells of them. */
    async expect(guildIds: readonly string[], from: bigint, mark: Watermark): Promise<void> {
      const over = guildIds.map((id) => {
        const before = gaps.get(id);
        const since = before && before.from < from ? before.from : from;
        const gap = {
          from: since,
          mark,
          release: mark.hold(since),
          over: before?.over ?? Promise.withResolvers<void>(),
        };
        before?.release();
        gaps.set(id, gap);
        return gap.over.promise;
      });
      await Promise.race([Promise.all(over), closed]);
    },

    async arrived(guild: GatewayGuildCreateDispatchData): Promise<void> {
      const gap = gaps.get(guild.id);
      if (!gap || guild.unavailable) return;
      gaps.delete(guild.id);
      const channels = [...(guild.channels ?? []), ...(guild.threads ?? [])].filter(
        (each) => 'last_message_id' in each && each.last_message_id && BigInt(each.last_message_id) > gap.from,
      );
      const places = channels.filter(({ id }) => mayRead(id)).map(({ id }) => ({ channel: id, direct: false }));
      await listAll(gap, places, () => again.inServer(guild.id, gap.from));
      gap.over.resolve();
    },

    forget(guildId: string): void {
      const gap = gaps.get(guildId);
      gaps.delete(guildId);
      gap?.release();
      gap?.over.resolve();
    },

    async listDirect(channels: readonly string[], from: bigint, mark: Watermark): Promise<void> {
      const places = channels.map((channel) => ({ channel, direct: true }));
      await listAll({ from, mark, release: mark.hold(from) }, places, () => again.inChannels(channels, from));
    },

    close(): void {
      closing.abort();
      nowClosed();
    },
  };
}
