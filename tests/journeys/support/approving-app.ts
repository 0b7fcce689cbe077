import { setTimeout as delay } from 'node:timers/promises';
import { pino } from 'pino';
import { startApp } from '../../../src/app/compose.ts';
import { readConfig } from '../../../src/app/config.ts';
import { createFakeMediaTools } from '../../fakes/fake-media-tools.ts';
import { createInstantEngine } from '../../fakes/instant-engine.ts';

/** How the app stands, told to the parent. */
export interface Standing {
  requests: number;
  /** Neither delivered nor come to nothing. */
  open: number;
}

// The app with clips that are made in no time, and a curator who approves all but what asks to be declined.
const AT_ONCE = 500;
const PAUSE_MS = 100;
const result = readConfig({ environment: process.env, envFile: '' });
if (!result.ok) throw new Error(result.errors.join('\n'));
const { desk, parts } = await startApp({
  config: { ...result.config, roles: ['bots', 'worker'], PICTURE_CHECK: 'off' },
  logger: pino({ level: 'silent' }),
  replace: (given) => ({ ...given, engine: createInstantEngine(), media: createFakeMediaTools() }),
});
const { requests } = parts.store;
for (;;) {
  const waiting = await requests.list({ states: ['in-review'], order: 'oldest', limit: AT_ONCE });
  await Promise.all(
    waiting.map(({ id, prompt }) =>
      desk.act(
        id,
        'noor',
        prompt.includes('declined') ? { action: 'decline', reason: 'other' } : { action: 'approve' },
      ),
    ),
  );
  const [all, settled] = await Promise.all([
    requests.count({}),
    requests.count({ states: ['delivered', 'declined', 'withdrawn', 'refused'] }),
  ]);
  process.send?.({ requests: all, open: all - settled } satisfies Standing);
  await delay(PAUSE_MS);
}
