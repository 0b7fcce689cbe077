import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChatPlatform, IncomingEvent, OutgoingPost } from '../../src/bots/chat-platform.ts';
import type { OwnPosts } from '../../src/bots/own-posts.ts';
import { publishOnce } from '../../src/bots/publish-once.ts';
import type { PostRef, StoredFile } from '../../src/requests/index.ts';
import { waitUntil } from '../services.ts';

/** What a platform's adapter is tried on: the adapter, and hands to do what people and crashes do to it. */
export interface PlatformStage {
  platform: ChatPlatform;
  ownPosts: OwnPosts;
  /** A person posts a request. */
  post(text: string): Promise<PostRef>;
  /** The person takes the post away; false where a platform's posts cannot be taken away. */
  deletePost(ref: PostRef): Promise<boolean>;
  /** Our posts that people see below a post, in order. */
  visible(to: PostRef): Promise<{ text: string; video: boolean }[]>;
  /** The same adapter as a new process would have it. */
  restart(): Promise<ChatPlatform>;
  aVideo(): Promise<{ file: StoredFile; poster: StoredFile; altText: string }>;
  close(): Promise<void>;
}

/** What every platform's adapter must do. */
export function chatPlatformContract(name: string, open: () => Promise<PlatformStage>): void {
  describe(`chat platform: ${name}`, () => {
    let stage: PlatformStage;
    let heard: IncomingEvent[];
    const hear = async (event: IncomingEvent) => {
      heard.push(event);
    };
    const mentions = () => heard.flatMap((event) => (event.kind === 'mentioned' ? [event.post] : []));

    beforeEach(async () => {
      stage = await open();
      heard = [];
    });
    afterEach(() => stage.close());

    const clipFor = async (inReplyTo: PostRef, text = 'Here is your clip'): Promise<OutgoingPost> => ({
      kind: 'clip',
      inReplyTo,
      key: 'c.0mwt180svy6tic0fycxt0',
      requestId: '0mwt180svy6tic0fycxt0',
      locale: 'en',
      text,
      notify: { platform: stage.platform.id, id: 'm1', name: 'Salma' },
      video: await stage.aVideo(),
    });
    const clock = () => new Date();

    it('hears what was posted while nobody listened', async () => {
      const ref = await stage.post('@opencall a paper boat --ar 9:16');
      await stage.platform.listen(hear);
      expect(mentions()).toHaveLength(1);
      expect(mentions()[0]).toMatchObject({ ref, text: expect.stringContaining('a paper boat --ar 9:16') });
      expect(mentions()[0]?.author.platform).toBe(stage.platform.id);
    });

    it('brings again what could not be handled', async () => {
      await stage.post('@opencall a paper boat');
      let failures = 1;
      const failing = async (event: IncomingEvent) => {
        if (failures > 0) {
          failures -= 1;
          throw new Error('the records were away');
        }
        heard.push(event);
      };
      await stage.platform.listen(failing).catch(() => {});
      if (mentions().length === 0) await (await stage.restart()).listen(hear);
      await waitUntil(() => mentions().length > 0, 'the post');
    });

    it('names a post the same each time it brings it', async () => {
      const ref = await stage.post('@opencall a paper boat');
      await stage.platform.listen(hear);
      await (await stage.restart()).listen(hear);
      for (const post of mentions()) expect(post.ref).toEqual(ref);
    });

    it('replies where it was asked', async () => {
      const ref = await stage.post('@opencall a paper boat');
      await stage.platform.listen(hear);
      await stage.platform.publish(await clipFor(ref));
      expect(await stage.visible(ref)).toMatchObject([{ video: true }]);
    });

    it('a reply whose answer was lost is there once, whoever tries again', async () => {
      const ref = await stage.post('@opencall a paper boat');
      await stage.platform.listen(hear);
      const post = await clipFor(ref);
      // As if the process had died after the post was made and before that was saved.
      const { key, kind, requestId } = post;
      await stage.ownPosts.intend({
        key,
        kind,
        requestId,
        platform: stage.platform.id,
        intendedAt: clock().toISOString(),
      });
      const first = await stage.platform.publish(post);
      const again = await publishOnce(await stage.restart(), post, { ownPosts: stage.ownPosts, clock });
      expect(again).toEqual(first);
      expect(await stage.visible(ref)).toHaveLength(1);
    });

    it('takes a reply down, and does not mind doing it twice', async () => {
      const ref = await stage.post('@opencall a paper boat');
      await stage.platform.listen(hear);
      const reply = await stage.platform.publish(await clipFor(ref));
      await stage.platform.remove(reply);
      await stage.platform.remove(reply);
      expect(await stage.visible(ref)).toHaveLength(0);
    });

    it('edits a status post in its place', async () => {
      if (!stage.platform.limits.statusPosts) return;
      const ref = await stage.post('@opencall a paper boat');
      await stage.platform.listen(hear);
      const status = { ...(await clipFor(ref, 'Got it.')), kind: 'status', key: 's.1', video: null } as const;
      const reply = await stage.platform.publish(status);
      await stage.platform.edit(reply, { ...status, text: 'Approved!' });
      await waitUntil(async () => (await stage.visible(ref))[0]?.text === 'Approved!', 'the edit');
      expect(await stage.visible(ref)).toHaveLength(1);
    });

    it('knows whether the post still stands', async () => {
      const ref = await stage.post('@opencall a paper boat');
      expect(await stage.platform.stillThere(ref)).toBe(true);
      if (!(await stage.deletePost(ref))) return;
      expect(await stage.platform.stillThere(ref)).toBe(false);
      await stage.platform.listen(hear);
      const deletions = () => heard.filter((event) => event.kind === 'deleted' && event.ref.id === ref.id);
      await waitUntil(() => deletions().length > 0, 'the deletion');
    });

    it('keeps what people write as data', async () => {
      const hostile = 'a boat @everyone <script>alert(1)</script> ‮ \u200b {{7*7}} ';
      await stage.post(`@opencall ${hostile}`);
      await stage.platform.listen(hear);
      expect(mentions()[0]?.text).toContain('<script>alert(1)</script>');
    });
  });
}
