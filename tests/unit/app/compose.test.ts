import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startApp } from '../../../src/app/compose.ts';
import { readConfig } from '../../../src/app/config.ts';
import { createLogger } from '../../../src/app/create-logger.ts';
import type { ChatPlatform } from '../../../src/bots/chat-platform.ts';
import { FILE_LIMITS } from '../../../src/bots/file/file-platform.ts';
import { createFakeChatPlatform, createFakePlaza } from '../../fakes/fake-chat-platform.ts';
import { dataFolder } from '../../services.ts';

let dataDirectory = '';
beforeEach(() => {
  dataDirectory = dataFolder('compose');
});
afterEach(() => rm(dataDirectory, { recursive: true }));

it('closes what listens already when something else cannot', async () => {
  const closed: string[] = [];
  const platform = (id: string, listen: ChatPlatform['listen']): ChatPlatform => ({
    ...createFakeChatPlatform({ plaza: createFakePlaza(), limits: FILE_LIMITS }),
    id,
    listen,
    async close() {
      closed.push(id);
    },
  });
  const read = readConfig({
    environment: { DATA_DIR: dataDirectory, PORT: '0', LOG_LEVEL: 'silent' },
    envFile: '',
  });
  if (!read.ok) throw new Error(read.errors.join('\n'));
  const starting = startApp({
    config: { ...read.config, roles: ['bots'] },
    logger: createLogger(read.config.LOG_LEVEL),
    addPlatforms: () => [
      platform('heard', async () => {}),
      platform('mute', async () => {
        throw new Error('Nothing can be heard');
      }),
    ],
  });
  await expect(starting).rejects.toThrow('Nothing can be heard');
  expect(closed.toSorted()).toEqual(['heard', 'mute']);
}, 240_000);
