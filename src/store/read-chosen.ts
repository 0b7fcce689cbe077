import pg from 'pg';
import type { DiscordServer } from '../bots/discord/servers/discord-server.ts';
import type { Call } from '../calls/call.ts';

const WITHIN_MS = 5000;
const NO_SUCH_TABLE = '42P01';

/** What servers on Discord have chosen, and the calls, from a PostgreSQL in which nothing is changed. */
export async function readChosen(databaseUrl: string): Promise<{ servers: DiscordServer[]; calls: Call[] }> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'open-call doctor',
    connectionTimeoutMillis: WITHIN_MS,
    query_timeout: WITHIN_MS,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    const bodies = async <Body>(table: 'discord_servers' | 'calls') =>
      (await client.query<{ body: Body }>(`select body from ${table} order by id`)).rows.map(({ body }) => body);
    return { servers: await bodies<DiscordServer>('discord_servers'), calls: await bodies<Call>('calls') };
  } catch (error) {
    // Before the first start there is nothing.
    if ((error as { code?: unknown }).code === NO_SUCH_TABLE) return { servers: [], calls: [] };
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}
