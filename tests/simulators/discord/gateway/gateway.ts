import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Discord } from '../discord.ts';
import type { JsonObject } from '../json.ts';
import { createConnection, type GatewayControls } from './connection.ts';
import { opcode } from './session.ts';
import { createSessions, type Sessions } from './sessions.ts';

export interface Gateway {
  sessions: Sessions;
  /** IDENTIFYs that are left today. */
  startsLeft: () => number;
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  connections: () => WebSocket[];
  /** Cuts every connection without a word; the sessions can be resumed. */
  cutConnections: () => void;
  /** Ends every connection with one of Discord's codes. */
  endConnections: (code: number) => void;
  /** Tells every client to come again (opcode 7). */
  askToReconnect: () => void;
  /** Forgets every session and says so (opcode 9): what happens meanwhile is lost to them. */
  dropSessions: () => void;
  /** Whether heartbeats are answered and events sent; a gateway that is silent looks alive to TCP only. */
  setSilent: (silent: boolean) => void;
  /** Refuses new connections, as in an outage. */
  setClosed: (closed: boolean) => void;
  close: () => void;
}

export function createGateway(discord: Discord): Gateway {
  const server = new WebSocketServer({ noServer: true, maxPayload: 4096 });
  const sessions = createSessions(discord);
  const controls: GatewayControls = { starts: [], sessions };
  let closed = false;
  const send = (frame: JsonObject) => {
    for (const connection of server.clients) connection.send(JSON.stringify(frame));
  };
  return {
    sessions,
    startsLeft: () => discord.settings.sessionStarts - controls.starts.length,
    upgrade(request, socket, head) {
      if (closed) {
        socket.destroy();
        return;
      }
      server.handleUpgrade(request, socket, head, (connection) =>
        createConnection(discord, controls, connection, request),
      );
    },
    connections: () => [...server.clients],
    cutConnections() {
      for (const connection of server.clients) connection.terminate();
    },
    endConnections(code) {
      for (const connection of server.clients) connection.close(code, 'Ended by the test.');
    },
    askToReconnect: () => send({ op: opcode.reconnect, d: null }),
    dropSessions() {
      sessions.all.clear();
      send({ op: opcode.invalidSession, d: false });
    },
    setSilent(silent) {
      sessions.silent = silent;
    },
    setClosed(now) {
      closed = now;
    },
    close() {
      for (const connection of server.clients) connection.terminate();
      server.close();
    },
  };
}
