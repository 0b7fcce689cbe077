import { pino } from 'pino';
import { type App, startApp } from '../../../src/app/compose.ts';
import { readConfig } from '../../../src/app/config.ts';
import type { Parts } from '../../../src/app/parts.ts';
import type { VideoEngine } from '../../../src/generation/video-engine.ts';
import type { PromptRequest } from '../../../src/requests/index.ts';
import { createFakeMediaTools } from '../../fakes/fake-media-tools.ts';
import { waitUntil } from '../../services.ts';

export interface FakeEngineAppOptions {
  dataDirectory: string;
  engine: VideoEngine;
  settings?: Record<string, string>;
  /** What else is other than it is. */
  replace?: (parts: Parts) => Parts;
}

/** The app in this process with real records, queue, room and files, and an engine whose clips are made in no time. */
export async function startWithFakeEngine(options: FakeEngineAppOptions): Promise<App> {
  const { dataDirectory, engine, settings = {}, replace = (parts: Parts) => parts } = options;
  const environment = {
    DATA_DIR: dataDirectory,
    OPEN_PER_MEMBER: '100000',
    PER_MEMBER_PER_DAY: '100000',
    IN_FLIGHT_PER_MEMBER: '1000',
    // Its clips are no videos that anybody could look at.
    PICTURE_CHECK: 'off',
    FOLD_DUPLICATES: 'off',
    ...settings,
  };
  const result = readConfig({ environment, envFile: '' });
  if (!result.ok) throw new Error(result.errors.join('\n'));
  return startApp({
    config: { ...result.config, roles: ['bots', 'worker'] },
    logger: pino({ level: 'silent' }),
    replace: (parts) => replace({ ...parts, engine, media: createFakeMediaTools() }),
  });
}

/** Asks in the room and waits until the bot has taken it in. */
export async function askInRoom(
  { parts: { store } }: App,
  text: string,
  member = 'amal',
  inReplyTo: string | null = null,
): Promise<PromptRequest> {
  const { id } = await store.roomPosts.add({
    author: { platform: 'room', id: member, name: member },
    kind: 'post',
    text: `@opencall ${text}`,
    locale: 'en',
    picture: null,
    video: null,
    inReplyTo,
    requestId: null,
    key: null,
    postedAt: new Date().toISOString(),
  });
  const find = () => store.requests.findByPost({ platform: 'room', id });
  await waitUntil(async () => (await find())?.state === 'in-review', 'the request');
  const request = await find();
  if (!request) throw new Error('There is no request');
  return request;
}

export async function untilState(app: App, id: string, state: PromptRequest['state']): Promise<PromptRequest> {
  const find = () => app.parts.store.requests.find(id);
  await waitUntil(async () => (await find())?.state === state, `${state} of ${id}`, 100_000);
  return (await find()) as PromptRequest;
}
