import { pino } from 'pino';
import { expect, it } from 'vitest';
import { logPlatformError } from '../../../src/app/log-platform-error.ts';
import { AdapterError } from '../../../src/requests/index.ts';

it('a platform that is out of reach is a line, and what may be a bug comes with its trace', () => {
  const lines: string[] = [];
  const log = logPlatformError(pino({ level: 'warn' }, { write: (line: string) => lines.push(line) }), 'Discord');
  log(new AdapterError('Discord cannot be reached', { adapter: 'discord', code: 'unreachable', retryable: true }));
  log(new Error('a bug'));
  expect(lines).toHaveLength(2);
  expect(lines[0]).toContain('Discord cannot be reached; it is tried again');
  expect(lines[0]).not.toContain('stack');
  expect(lines[1]).toContain('"stack":"Error: a bug');
});
