import { randomBytes } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { Discord, Event } from '../discord.ts';
import { checkEvent } from '../spec/check-event.ts';
import { mostReplayed, opcode, type Session, shardOf } from './session.ts';

export interface Sessions {
  all: Map<string, Session>;
  /** Whether nothing is sent for now, though connections stand. */
  silent: boolean;
  start: (connection: WebSocket, intents: number, shard: Session['shard']) => Session;
  /** Sends an event to every session that may see it, numbered; one without a connection gets it when it resumes. */
  emit: (event: Event) => void;
  /** Sends an event to one session. */
  tell: (session: Session, name: string, data: unknown) => void;
  /** What a session missed; null where it cannot be resumed. */
  resume: (id: string, sequence: number, connection: WebSocket) => Session | null;
  forget: (session: Session) => void;
}

export function createSessions(discord: Discord): Sessions {
  const all = new Map<string, Session>();
  const sessions: Sessions = { all, silent: false, start, emit, tell, resume, forget: ({ id }) => void all.delete(id) };
  return sessions;

  function check(name: string, data: unknown): void {
    const { ledger, settings } = discord;
    ledger.checkedEvents.set(name, (ledger.checkedEvents.get(name) ?? 0) + 1);
    if (settings.check) ledger.slips.push(...checkEvent(name, data));
  }

  function tell(session: Session, name: string, data: unknown): void {
    check(name, data);
    session.sequence += 1;
    const text = JSON.stringify({ op: opcode.dispatch, t: name, s: session.sequence, d: data });
    session.sent.push({ sequence: session.sequence, text });
    if (session.sent.length > mostReplayed) session.sent.shift();
    if (!sessions.silent) session.connection?.send(text);
  }

  function isAlive(session: Session): boolean {
    return session.lostAt === null || discord.now() - session.lostAt <= discord.settings.resumeWithinMs;
  }

  function start(connection: WebSocket, intents: number, shard: Session['shard']): Session {
    const id = randomBytes(16).toString('hex');
    const session: Session = { id, intents, shard, sequence: 0, sent: [], connection, lostAt: null };
    all.set(id, session);
    return session;
  }

  function emit(event: Event): void {
    for (const session of all.values()) {
      if (!isAlive(session)) {
        all.delete(session.id);
        continue;
      }
      if (shardOf(event.guildId, session.shard[1]) !== session.shard[0]) continue;
      if (event.intents !== 0 && (event.intents & session.intents) === 0) continue;
      tell(session, event.name, event.data(session.intents));
    }
  }

  function resume(id: string, sequence: number, connection: WebSocket): Session | null {
    const session = all.get(id);
    const oldest = session?.sent[0]?.sequence ?? 1;
    if (session === undefined || !isAlive(session) || sequence > session.sequence || sequence < oldest - 1) return null;
    session.connection?.terminate();
    session.connection = connection;
    session.lostAt = null;
    return session;
  }
}
