import { randomUUID } from 'node:crypto';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { createRoomAnnouncer, platformAdapters } from '../../src/app/adapters.ts';
import { promptLines } from '../../src/bots/file/prompt-lines.ts';
import { fixedTokens } from '../../src/bots/x/connection/tokens.ts';
import type { FileStore } from '../../src/files/file-store.ts';
import { createFolderFileStore } from '../../src/files/folder-file-store.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { dataFolder } from '../services.ts';
import { createXSimulator } from '../simulators/x/x-simulator.ts';
import { announcerContract } from './announcer.ts';
import { chatPlatformContract, type PlatformStage } from './chat-platform.ts';

const clock = () => new Date();
let directory: string;
let store: Store;
let files: FileStore;
let stages = 0;

beforeAll(async () => {
  directory = dataFolder('platforms');
  store = await openStore({ databaseUrl: null, directory });
  files = await createFolderFileStore({ directory: join(directory, 'files') });
});
afterAll(async () => {
  await store.close();
  await rm(directory, { recursive: true });
});

async function aVideo() {
  const path = await files.temporaryPath('.mp4');
  await writeFile(path, 'as good as a video for a platform that only carries it');
  const file = await files.putFile(path, 'video/mp4');
  return { file, poster: file, altText: 'a boat' };
}

/** Each test has posts of its own under keys of its own, so that one store serves all of them. */
function ownPostsOfStage(): PlatformStage['ownPosts'] {
  const suffix = `.${stages}`;
  return {
    ...store.ownPosts,
    intend: (post) => store.ownPosts.intend({ ...post, key: post.key + suffix }),
    posted: (key, ref) => store.ownPosts.posted(key + suffix, ref),
    find: (key) => store.ownPosts.find(key + suffix),
  };
}

chatPlatformContract('room', async () => {
  stages += 1;
  const stage = stages;
  // Listens from where this test begins.
  const beginning = (await store.roomPosts.events(store.history.beginning, 100_000)).cursor;
  const cursors = new Map<string, string>();
  const keyed = (key: string | null) => (key === null ? null : `${key}.${stage}`);
  const open = () =>
    platformAdapters.room({
      posts: {
        ...store.roomPosts,
        add: (post) => store.roomPosts.add({ ...post, key: keyed(post.key) }),
        findByKey: (key) => store.roomPosts.findByKey(`${key}.${stage}`),
      },
      cursors: {
        load: async (name) => cursors.get(name) ?? null,
        save: async (name, at) => void cursors.set(name, at),
      },
      beginning,
      clock,
      onError: () => {},
    });
  const opened = [open()];
  return {
    platform: opened[0] as PlatformStage['platform'],
    ownPosts: ownPostsOfStage(),
    aVideo,
    async post(text) {
      const post = await store.roomPosts.add({
        author: { platform: 'room', id: 'm1', name: 'Salma' },
        kind: 'post',
        text,
        locale: 'en',
        picture: null,
        video: null,
        inReplyTo: null,
        requestId: null,
        key: null,
        postedAt: clock().toISOString(),
      });
      return { platform: 'room', channel: 'room', id: post.id };
    },
    async deletePost(ref) {
      return (await store.roomPosts.remove(ref.id, clock().toISOString())) !== null;
    },
    async visible(to) {
      const threads = await store.roomPosts.threads({ before: null, limit: 100, author: null });
      const answers = threads.find(({ post }) => post.id === to.id)?.answers ?? [];
      return answers.filter(({ removed }) => !removed).map(({ text, video }) => ({ text, video: video !== null }));
    },
    async restart() {
      await opened.at(-1)?.close();
      const again = open();
      opened.push(again);
      return again;
    },
    async close() {
      for (const platform of opened) await platform.close();
    },
  };
});

chatPlatformContract('file', async () => {
  stages += 1;
  const out = join(directory, `out-${stages}`);
  let content = '';
  const name = 'prompts.txt';
  // A file is read when the app starts: the adapter is made when the test has written all lines.
  const open = () =>
    platformAdapters.file({
      content,
      name,
      addOptions: (line) => line,
      directory: out,
      files,
      clock,
    });
  let current: PlatformStage['platform'] | null = null;
  const now = () => {
    current ??= open();
    return current;
  };
  const platform: PlatformStage['platform'] = {
    id: 'file',
    limits: platformAdapters.file({ content, name, addOptions: String, directory: out, files, clock }).limits,
    listen: (handler) => now().listen(handler),
    close: () => now().close(),
    publish: (post) => now().publish(post),
    edit: (ref, post) => now().edit(ref, post),
    remove: (ref) => now().remove(ref),
    findOwnReply: (to, key) => now().findOwnReply(to, key),
    stillThere: (ref) => now().stillThere(ref),
  };
  return {
    platform,
    ownPosts: ownPostsOfStage(),
    aVideo,
    async post(text) {
      content += `${text}\n`;
      return { platform: 'file', channel: name, id: promptLines(content).at(-1)?.id ?? '' };
    },
    async deletePost() {
      return false;
    },
    async visible() {
      const names = await readdir(out);
      return names.filter((each) => each.endsWith('.mp4')).map((each) => ({ text: basename(each), video: true }));
    },
    async restart() {
      current = open();
      return current;
    },
    async close() {
      await current?.close();
    },
  };
});

chatPlatformContract('x', async () => {
  stages += 1;
  const simulator = await createXSimulator();
  const person = simulator.addUser('salma', 'Salma');
  const cursors = new Map<string, string>();
  const uploads = `${stages}`;
  const open = () =>
    platformAdapters.x({
      apiUrl: simulator.url,
      tokens: fixedTokens(simulator.keys),
      bearerToken: null,
      approved: true,
      answersDeclines: false,
      dailyDollars: 1000,
      pollEveryMs: 20,
      upkeepEveryMs: 3_600_000,
      lookBackMs: 60_000,
      leases: store.leases,
      holder: `stage ${uploads}`,
      leaseMs: 5000,
      records: {
        ...store.x,
        keepUpload: (key, upload) => store.x.keepUpload(`${key}.${uploads}`, upload),
        findUpload: (key) => store.x.findUpload(`${key}.${uploads}`),
      },
      ownPosts: store.ownPosts,
      joining: store.joining,
      newId: randomUUID,
      requests: store.requests,
      cursors: {
        load: async (name) => cursors.get(name) ?? null,
        save: async (name, at) => void cursors.set(name, at),
      },
      files,
      takeInPicture: async () => ({ outcome: 'rejected', reason: 'not-a-picture' }),
      clock,
      onError: () => {},
      tell: () => {},
    });
  const opened = [await open()];
  const postOf = (ref: { id: string }) => {
    const post = simulator.world.posts.get(ref.id);
    if (!post) throw new Error('there is no such post');
    return post;
  };
  return {
    platform: opened[0] as PlatformStage['platform'],
    ownPosts: ownPostsOfStage(),
    aVideo,
    async post(text) {
      return { platform: 'x', channel: 'x', id: simulator.say(person, text).id };
    },
    async deletePost(ref) {
      simulator.delete(postOf(ref));
      return true;
    },
    async visible(to) {
      return simulator.repliesTo(postOf(to)).map(({ text, mediaIds }) => ({ text, video: mediaIds.length > 0 }));
    },
    async restart() {
      await opened.at(-1)?.close();
      const again = await open();
      opened.push(again);
      return again;
    },
    async close() {
      for (const platform of opened) await platform.close();
      await simulator.close();
    },
  };
});

announcerContract('room', () => ({
  announcer: createRoomAnnouncer({ posts: store.roomPosts, clock }),
  records: store,
  async visible() {
    const threads = await store.roomPosts.threads({ before: null, limit: 100, author: null });
    return threads.flatMap(({ post }) => (post.kind === 'announcement' && !post.removed ? [post.text] : []));
  },
  async remove(ref) {
    await store.roomPosts.remove(ref.id, clock().toISOString());
  },
}));
