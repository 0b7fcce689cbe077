import type { APIInteraction } from 'discord.js';
import type { CursorStore } from '../../../requests/index.ts';
import type { GuildLookUp } from '../servers/guild-look-up.ts';

/** The largest file that Discord takes in each server, in bytes, as it says in every interaction there. */
export interface FileLimits {
  learn(interaction: Pick<APIInteraction, 'guild_id' | 'attachment_size_limit'>): Promise<void>;
  /** Null where nothing was said yet. */
  inChannel(channel: string): Promise<number | null>;
}

/** Kept with the records, since clips are posted by processes that hear of no interaction. */
export function createFileLimits({
  cursors,
  guilds,
}: {
  cursors: CursorStore;
  guilds: Pick<GuildLookUp, 'of'>;
}): FileLimits {
  const learnt = new Map<string, number>();
  const name = (guildId: string) => `discord-file-limit-${guildId}`;
  return {
    async learn({ guild_id, attachment_size_limit: bytes }) {
      if (guild_id === undefined || !Number.isSafeInteger(bytes) || bytes <= 0 || learnt.get(guild_id) === bytes)
        return;
      learnt.set(guild_id, bytes);
      await cursors.save(name(guild_id), String(bytes));
    },
    async inChannel(channel) {
      const guildId = await guilds.of(channel);
      const kept = guildId === null ? null : await cursors.load(name(guildId));
      return kept === null ? null : Number(kept);
    },
  };
}
