import { asc, eq, ne, sql } from 'drizzle-orm';
import { type DiscordServer, type DiscordServerStore, newServer } from '../bots/discord/servers/discord-server.ts';
import type { News } from './news.ts';
import type { Records } from './records.ts';
import { discordServers } from './schema.ts';

export function createDiscordServerStore({ drizzle }: Records, news: News): DiscordServerStore {
  const { id: serverId, body } = discordServers;
  return {
    async find(id) {
      const [row] = await drizzle.select({ body }).from(discordServers).where(eq(serverId, id));
      return row ? read(row.body) : null;
    },
    async save(server) {
      const row = { id: server.id, body: server };
      await drizzle.insert(discordServers).values(row).onConflictDoUpdate({ target: serverId, set: row });
      if (server.home) {
        const leaves = { body: sql`jsonb_set(${body}, '{home}', 'false')` };
        await drizzle.update(discordServers).set(leaves).where(ne(serverId, server.id));
      }
      news.publish('house');
    },
    async list() {
      const rows = await drizzle.select({ body }).from(discordServers).orderBy(asc(serverId));
      return rows.map((row) => read(row.body));
    },
    onNews: (callback) => news.on('house', callback),
  };
}

/** Written by an earlier version, it may lack what came later. */
function read(body: DiscordServer): DiscordServer {
  return { ...newServer(body.id), ...body };
}
