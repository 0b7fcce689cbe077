import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RedisAddress } from '../../src/queue/redis-connection.ts';

/** A line to a Redis that can be cut and mended, as if the network or the server had gone away. */
export interface CuttableLine {
  address: RedisAddress;
  cut(): Promise<void>;
  mend(): Promise<void>;
}

export async function layLine(to: RedisAddress): Promise<CuttableLine & { close(): Promise<void> }> {
  const place = await mkdtemp(join(tmpdir(), 'open-call-line-'));
  const path = join(place, 'line.sock');
  const sockets = new Set<Socket>();
  let server: Server | null = null;

  function relay(near: Socket): void {
    const far = to.path ? connect(to.path) : connect(to.port ?? 6379, to.host ?? '127.0.0.1');
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => {});
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  }

  async function mend(): Promise<void> {
    const opened = createServer(relay);
    server = opened;
    await new Promise<void>((resolve) => opened.listen(path, resolve));
  }

  async function cut(): Promise<void> {
    const closed = new Promise((resolve) => (server ? server.close(resolve) : resolve(null)));
    for (const socket of sockets) socket.destroy();
    await closed;
    server = null;
  }

  await mend();
  const { host: _host, port: _port, ...credentials } = to;
  return {
    address: { ...credentials, path },
    cut,
    mend,
    async close() {
      await cut();
      await rm(place, { recursive: true, force: true });
    },
  };
}
