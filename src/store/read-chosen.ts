import type { DiscordServer } from '../bots/discord/servers/discord-server.ts';
import type { Call } from '../calls/call.ts';
import { askPostgres, isNoTable } from './ask-postgres.ts';

/** What servers on Discord have chosen, and the calls, from a PostgreSQL in which nothing is changed. */
export async function readChosen(databaseUrl: string): Promise<{ servers: DiscordServer[]; calls: Call[] }> {
  try {
    return await askPostgres(databaseUrl, async (client) => {
      const bodies = async <Body>(table: 'discord_servers' | 'calls') => {
        const { rows } = await client.query(`select body from ${table} order by id`);
        return (rows as { body: Body }[]).map(({ body }) => body);
      };
      return { servers: await bodies<DiscordServer>('discord_servers'), calls: await bodies<Call>('calls') };
    });
  } catch (error) {
    // Before the first start there is nothing.
    if (isNoTable(error)) return { servers: [], calls: [] };
    throw error;
  }
}
