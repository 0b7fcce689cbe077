import { describe, expect, it } from 'vitest';
import type { RoomEvent, RoomPost } from '../../src/bots/room/room-posts.ts';
import { aFile, NOW } from '../samples/requests.ts';
import { waitUntil } from '../services.ts';
import { at, type StoreOf, someAsked } from './store-samples.ts';

type NewPost = Omit<RoomPost, 'id' | 'editedAt' | 'removed'>;

const aPost = (changes: Partial<NewPost> = {}): NewPost => ({
  author: someAsked().requester,
  kind: 'post',
  text: '@opencall a paper boat',
  locale: 'en',
  picture: null,
  video: null,
  inReplyTo: null,
  requestId: null,
  key: null,
  postedAt: NOW,
  ...changes,
});

const aVideo = { file: aFile('clip'), poster: aFile('poster', 'image/jpeg'), altText: 'a boat' };

export function postStoreContract(open: StoreOf): void {
  describe('our own posts', () => {
    it('are intended once, then posted, and found by key and by place', async () => {
      const key = someAsked().id.slice(0, 25);
      const intent = { key, requestId: 'r1', kind: 'clip' as const, platform: 'room', intendedAt: NOW };
      expect(await open().ownPosts.find(key)).toBeNull();
      expect(await open().ownPosts.intend(intent)).toEqual({
        fresh: true,
        post: { ...intent, ref: null, shown: null },
      });
      const again = { ...intent, intendedAt: at(9) };
      expect(await open().ownPosts.intend(again)).toEqual({
        fresh: false,
        post: { ...intent, ref: null, shown: null },
      });
      const ref = { platform: 'room', channel: 'room', id: `post of ${key}` };
      await open().ownPosts.posted(key, ref);
      expect(await open().ownPosts.find(key)).toEqual({ ...intent, ref, shown: null });
      expect(await open().ownPosts.findByRef(ref)).toEqual({ ...intent, ref, shown: null });
      expect(await open().ownPosts.findByRef({ platform: 'x', id: ref.id })).toBeNull();
      expect(await open().ownPosts.intend(again)).toEqual({ fresh: false, post: { ...intent, ref, shown: null } });
    });

    it('are told by what they are about', async () => {
      const { ownPosts } = open();
      const { id } = someAsked();
      const intent = { requestId: id, platform: 'x', intendedAt: NOW };
      await ownPosts.intend({ ...intent, key: `c.${id}`, kind: 'clip' });
      await ownPosts.intend({ ...intent, key: `e.${id}`, kind: 'announcement' });
      await ownPosts.intend({ ...intent, key: `o.${id}`, kind: 'announcement', requestId: null });
      expect((await ownPosts.about(id)).map(({ key }) => key).sort()).toEqual([`c.${id}`, `e.${id}`]);
    });

    it('remember what they show, and are made anew once they are gone', async () => {
      const key = someAsked().id.slice(0, 25);
      const intent = { key, requestId: 'r1', kind: 'card' as const, platform: 'room', intendedAt: NOW };
      const ref = { platform: 'room', channel: 'review', id: `post of ${key}` };
      await open().ownPosts.intend(intent);
      await open().ownPosts.posted(key, ref);
      await open().ownPosts.showed(key, 'in review');
      expect(await open().ownPosts.find(key)).toEqual({ ...intent, ref, shown: 'in review' });
      await open().ownPosts.forget(key);
      expect(await open().ownPosts.find(key)).toBeNull();
      expect(await open().ownPosts.intend(intent)).toEqual({
        fresh: true,
        post: { ...intent, ref: null, shown: null },
      });
    });

    it('are fresh for one of many who intend the same', async () => {
      const key = someAsked().id.slice(0, 25);
      const intent = { key, requestId: null, kind: 'answer' as const, platform: 'room', intendedAt: NOW };
      const all = await Promise.all(Array.from({ length: 8 }, () => open().ownPosts.intend(intent)));
      expect(all.filter(({ fresh }) => fresh)).toHaveLength(1);
    });
  });

  describe('the room', () => {
    it('keeps posts, changes them, and makes one of each key', async () => {
      const key = someAsked().id;
      const post = await open().roomPosts.add(aPost({ key, picture: aFile('p', 'image/png'), requestId: 'r1' }));
      expect(post).toMatchObject({
        ...aPost({ author: post.author }),
        key,
        removed: false,
        editedAt: null,
        requestId: 'r1',
        picture: aFile('p', 'image/png'),
      });
      expect(await open().roomPosts.add(aPost({ key, text: 'again' }))).toEqual(post);
      expect(await open().roomPosts.find(post.id)).toEqual(post);
      expect(await open().roomPosts.findByKey(key)).toEqual(post);
      const edited = await open().roomPosts.edit(post.id, { text: 'a kite', video: aVideo }, at(1));
      expect(edited).toEqual({ ...post, text: 'a kite', video: aVideo, editedAt: at(1) });
      const bare = await open().roomPosts.edit(post.id, { picture: null }, at(2));
      expect(bare).toEqual({ ...edited, picture: null, editedAt: at(2) });
      expect(await open().roomPosts.edit('nothing', { text: '' }, NOW)).toBeNull();
      expect(await open().roomPosts.find('nothing')).toBeNull();
      expect(await open().roomPosts.findByKey('nothing')).toBeNull();
    });

    it('takes the content of a removed post away for good', async () => {
      const start = await open().roomPosts.end();
      const post = await open().roomPosts.add(aPost({ text: 'my secret', picture: aFile('p'), video: aVideo }));
      await open().roomPosts.edit(post.id, { text: 'my other secret' }, at(1));
      const removed = await open().roomPosts.remove(post.id, at(2));
      expect(removed).toMatchObject({ id: post.id, removed: true, text: '', picture: null, video: null });
      expect(await open().roomPosts.remove(post.id, at(3))).toEqual(removed);
      expect(await open().roomPosts.edit(post.id, { text: 'back' }, at(4))).toEqual(removed);
      expect(await open().roomPosts.remove('nothing', NOW)).toBeNull();
      const { events } = await eventsAfter(start, 3);
      expect(events.map(({ kind }) => kind)).toEqual(['posted', 'edited', 'removed']);
      expect(JSON.stringify(events)).not.toContain('secret');
    });

    async function eventsAfter(cursor: string, wanted: number) {
      let page: { events: RoomEvent[]; cursor: string } = { events: [], cursor };
      await waitUntil(async () => {
        page = await open().roomPosts.events(cursor, 50);
        return page.events.length >= wanted;
      }, `${wanted} events`);
      return page;
    }

    it('tells what happened in order, from a cursor', async () => {
      const start = await open().roomPosts.end();
      let told = 0;
      const stop = open().roomPosts.onNews(() => {
        told += 1;
      });
      const first = await open().roomPosts.add(aPost());
      const second = await open().roomPosts.add(aPost());
      await open().roomPosts.edit(first.id, { text: 'other' }, at(1));
      const { events, cursor } = await eventsAfter(start, 3);
      expect(events.map(({ kind, post }) => [kind, post.id])).toEqual([
        ['posted', first.id],
        ['posted', second.id],
        ['edited', first.id],
      ]);
      expect((await open().roomPosts.events(start, 1)).events).toHaveLength(1);
      expect(await open().roomPosts.events(cursor, 50)).toEqual({ events: [], cursor });
      expect(await open().roomPosts.end()).toBe(cursor);
      await waitUntil(() => told > 0, 'News of the room');
      stop();
    });

    it('shows threads, newest first, each with all its answers in order', async () => {
      const author = someAsked().requester;
      const posts = open().roomPosts;
      const first = await posts.add(aPost({ author }));
      const second = await posts.add(aPost({ author }));
      const status = await posts.add(aPost({ kind: 'status', inReplyTo: first.id }));
      const clip = await posts.add(aPost({ kind: 'clip', inReplyTo: first.id, video: aVideo }));
      const remark = await posts.add(aPost({ author, inReplyTo: clip.id }));
      const remix = await posts.add(aPost({ author, remixOf: 'r1' }));
      const thread = { post: first, answers: [status, clip, remark] };
      const query = { before: null, limit: 10, author: `room:${author.id}` };
      expect(remix.remixOf).toBe('r1');
      expect(await posts.threads(query)).toEqual([{ post: remix, answers: [] }, { post: second, answers: [] }, thread]);
      expect(await posts.threads({ ...query, before: second.id })).toEqual([thread]);
      expect(await posts.threads({ ...query, limit: 1 })).toEqual([{ post: remix, answers: [] }]);
      expect((await posts.threads({ ...query, author: null, limit: 2 })).map(({ post }) => post.id)).toEqual([
        remix.id,
        second.id,
      ]);
      expect(await posts.thread(first.id)).toEqual(thread);
      expect(await posts.thread(clip.id)).toBeNull();
      expect(await posts.thread('nothing')).toBeNull();
    });
  });
}
