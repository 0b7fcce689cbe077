import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  attachSession,
  createRedisCommandExecutor,
  RedisServerState,
  SocketConnectionTransport,
} from 'js-redis-server/core';
import type { RedisAddress } from './redis-connection.ts';

export interface RunningRedis {
  address: RedisAddress;
  close(): Promise<void>;
}

/**
 * A Redis written for Node, in this process, without persistence. Put together from the package's parts because its
 * own server listens on all interfaces (js-redis-server 0.3.0, `Resp2Server.listen`): ours is a private Unix socket.
 */
export async function startInProcessRedis(): Promise<RunningRedis> {
  const state = new RedisServerState({ databaseCount: 1 });
  const executor = createRedisCommandExecutor();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    // A client that goes away in the middle of an answer is nobody's concern.
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    attachSession(new SocketConnectionTransport(socket), { state, executor });
  });
  const place = await mkdtemp(join(tmpdir(), 'open-call-'));
  const path = process.platform === 'win32' ? `\\\\.\\pipe\\${place}` : join(place, 'redis.sock');
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(path, resolve);
  });
  return {
    address: { path },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
      state.close();
      await rm(place, { recursive: true, force: true });
    },
  };
}
