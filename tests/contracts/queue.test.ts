import { startInProcessRedis } from '../../src/queue/in-process-redis.ts';
import { parseRedisUrl } from '../../src/queue/redis-connection.ts';
import { describeWith, startRedis } from '../services.ts';
import { queueContract } from './queue.ts';

describeWith('redis', 'a real Redis', () => {
  queueContract('redis-server', async () => {
    const { url, stop } = await startRedis();
    return { address: parseRedisUrl(url), stop };
  });
});

queueContract('js-redis-server', async () => {
  const { address, close } = await startInProcessRedis();
  return { address, stop: close };
});
