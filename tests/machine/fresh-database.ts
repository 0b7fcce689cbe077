import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { postgresServer } from './postgres-server.ts';

export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

async function runAt(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

/** An empty PostgreSQL database for one test file; whoever asks for it drops it. */
export async function freshDatabase(): Promise<TestDatabase> {
  const server = await postgresServer();
  const name = `open_call_${randomBytes(6).toString('hex')}`;
  await runAt(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => runAt(server, `drop database if exists ${name} with (force)`) };
}
