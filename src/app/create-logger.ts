import { type Logger, pino } from 'pino';
import type { Settings } from './settings.ts';

/** Names under which secrets travel; their values never reach a log. */
const SECRETS = ['password', 'token', 'secret', 'cookie', 'authorization', 'address.password', 'redis.password'];

export function createLogger(level: Settings['LOG_LEVEL']): Logger {
  const redact = { paths: SECRETS.flatMap((name) => [name, `*.${name}`]), censor: '[kept back]' };
  const readable = process.stderr.isTTY === true;
  const target = readable ? { target: 'pino-pretty', options: { destination: 2, ignore: 'pid,hostname' } } : null;
  return target ? pino({ level, redact, transport: target }) : pino({ level, redact }, pino.destination(2));
}
