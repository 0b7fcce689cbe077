import type { IncomingMessage } from 'node:http';
import type { WebSocket } from 'ws';
import type { Discord } from '../discord.ts';
import { isObject, type JsonObject } from '../json.ts';
import { answerMembers, identify, resume } from './identify.ts';
import { closeCode, opcode, type Session } from './session.ts';
import type { Sessions } from './sessions.ts';

export interface GatewayControls {
  /** When each session began, in milliseconds; those of the last day count. */
  starts: number[];
  sessions: Sessions;
}

export interface Connection {
  socket: WebSocket;
  session: Session | null;
  send: (op: number, data: unknown) => undefined;
  end: (code: number, reason: string) => undefined;
}

/** Frames a client may send in a minute (docs: events/gateway, "Rate Limiting"). */
const mostFrames = 120;
const frameWindowMs = 60_000;
const helloAfterMs = 20;

/** Serves one client from hello to its end. */
export function createConnection(
  discord: Discord,
  controls: GatewayControls,
  socket: WebSocket,
  request: IncomingMessage,
): undefined {
  const connection: Connection = {
    socket,
    session: null,
    send: (op, data) => {
      if (!controls.sessions.silent) socket.send(JSON.stringify({ op, d: data, s: null, t: null }));
    },
    end: (code, reason) => {
      forget(controls, connection);
      socket.close(code, reason);
    },
  };
  const frames: number[] = [];
  let lastBeat = performance.now();
  const interval = discord.settings.heartbeatIntervalMs;
  const watch = setInterval(() => {
    // A client that has gone silent is let go; its session stays for a while.
    if (performance.now() - lastBeat > interval * 1.5) socket.close(closeCode.timedOut, 'Session timed out');
  }, interval);
  socket.on('error', () => socket.terminate());
  socket.on('close', (code) => {
    clearInterval(watch);
    leave(discord, controls, connection, code);
  });
  socket.on('message', (raw) => {
    const now = discord.now();
    frames.push(now);
    while ((frames[0] ?? now) <= now - frameWindowMs) frames.shift();
    if (frames.length > mostFrames) return connection.end(closeCode.rateLimited, 'You are being rate limited.');
    lastBeat = performance.now();
    const frame = parse(raw.toString());
    if (frame === null) return connection.end(closeCode.decodeError, 'Error while decoding payload.');
    receive(discord, controls, connection, frame);
  });
  const query = new URL(request.url ?? '/', 'ws://loopback').searchParams;
  if (query.get('v') !== '10') return connection.end(closeCode.invalidVersion, 'Invalid API version');
  if ((query.get('encoding') ?? 'json') !== 'json' || query.has('compress')) {
    discord.ledger.slips.push(`the gateway is asked for ${query}, and is simulated with plain JSON only`);
    return connection.end(closeCode.decodeError, 'Only plain JSON is simulated.');
  }
  // Apart from the answer to the upgrade, as from afar: seyfert passes over what comes in the same packet as that.
  setTimeout(
    () => connection.send(opcode.hello, { heartbeat_interval: interval, _trace: ['["simulated"]'] }),
    helloAfterMs,
  );
}

function parse(text: string): JsonObject | null {
  try {
    const frame: unknown = JSON.parse(text);
    return isObject(frame) ? frame : null;
  } catch {
    return null;
  }
}

function receive(discord: Discord, controls: GatewayControls, connection: Connection, frame: JsonObject): undefined {
  const known = connection.session !== null;
  switch (frame.op) {
    case opcode.heartbeat:
      return connection.send(opcode.acknowledged, null);
    case opcode.identify:
      return identify(discord, controls, connection, frame.d);
    case opcode.resume:
      return resume(discord, controls, connection, frame.d);
    case opcode.presence:
    case opcode.voiceState:
      return known ? undefined : connection.end(closeCode.notAuthenticated, 'Not authenticated.');
    case opcode.requestMembers:
      if (connection.session === null) return connection.end(closeCode.notAuthenticated, 'Not authenticated.');
      return answerMembers(discord, controls, connection.session, frame.d);
    default:
      return connection.end(closeCode.unknownOpcode, 'Unknown opcode.');
  }
}

/** A client that says goodbye (1000, 1001) gives its session up; every other way out leaves it to be resumed. */
function leave(discord: Discord, controls: GatewayControls, connection: Connection, code: number): void {
  const { session } = connection;
  if (session === null || session.connection !== connection.socket) return;
  session.connection = null;
  session.lostAt = discord.now();
  if (code === 1000 || code === 1001) controls.sessions.forget(session);
}

function forget(controls: GatewayControls, connection: Connection): void {
  if (connection.session !== null) controls.sessions.forget(connection.session);
}
