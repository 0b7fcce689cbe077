import { Redis } from 'ioredis';
import { pino } from 'pino';
import { openRedis } from '../../src/queue/embedded-redis.ts';

// Opens an embedded Redis, writes into it, and stays until it is killed.
const { address } = await openRedis({ url: null, directory: process.argv[2] ?? '', logger: pino({ level: 'silent' }) });
const redis = new Redis(address);
await redis.set('kept', 'yes');
process.send?.(address);
