import { startApp } from '../../src/app/compose.ts';
import { readConfig } from '../../src/app/config.ts';
import { createLogger } from '../../src/app/create-logger.ts';

// The whole app in a process of its own, that tells how many requests wait for a curator whenever it is asked.
const result = readConfig({ envFile: '' });
if (!result.ok) throw new Error(result.errors.join('\n'));
const app = await startApp({ config: result.config, logger: createLogger('silent') });
process.on('message', async () => {
  process.send?.({ waiting: await app.parts.store.requests.count({ states: ['in-review'] }) });
});
process.send?.({ waiting: 0 });
