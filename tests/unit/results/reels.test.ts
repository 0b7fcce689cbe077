import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Call, NO_MORE_LIMITS } from '../../../src/calls/call.ts';
import { createMediaTools } from '../../../src/media/contained-media-tools.ts';
import type { MediaTools } from '../../../src/media/media-tools.ts';
import type { PromptRequest } from '../../../src/requests/index.ts';
import { keepReels } from '../../../src/results/reels/keep-reels.ts';
import { makeReel } from '../../../src/results/reels/make-reel.ts';
import { findWinners } from '../../../src/voting/find-winners.ts';
import { createFakeMediaTools } from '../../fakes/fake-media-tools.ts';
import { fakeVideo } from '../../fakes/fake-video.ts';
import { anApproval, anOrder } from '../../samples/requests.ts';
import { createSources } from '../media/sources.ts';
import { deliveredWith, openTestWeb, type TestWeb } from '../web/open-test-web.ts';

const HOUR_MS = 3_600_000;

let web: TestWeb;
let call: Call;
beforeAll(async () => {
  web = await openTestWeb();
});
afterAll(() => web.close());
beforeEach(async () => {
  call = await aCall();
});

async function aCall(): Promise<Call> {
  const made: Call = {
    id: `call-${Math.random().toString(36).slice(2)}`,
    theme: { en: 'Boats of paper', ar: 'قوارب من ورق' },
    opensAt: new Date(Date.now() - 2 * HOUR_MS).toISOString(),
    closesAt: new Date(Date.now() - HOUR_MS).toISOString(),
    budgetUsd: null,
    caps: { openPerMember: 5, perMemberPerDay: 20, ...NO_MORE_LIMITS },
    places: [],
    engine: null,
  };
  await web.store.calls.save(made);
  return made;
}

/** A delivered clip in the call, of a file that is there. */
async function aClip(prompt: string, path: string, seconds: number): Promise<PromptRequest> {
  const master = await web.files.putFile(path, 'video/mp4');
  const clip = { ...(await web.keepClip()), master, renditions: { room: master }, seconds, caption: prompt };
  const approved = { kind: 'approved' as const, approval: anApproval({ prompt }) };
  const events = deliveredWith(clip).map((event) => (event === 'approved' ? approved : event));
  return web.ask(
    { callId: call.id, prompt, requester: { platform: 'room', id: prompt, name: `who asked for ${prompt}` } },
    ...events,
  );
}

async function aFakeClip(prompt: string): Promise<PromptRequest> {
  const path = await web.files.temporaryPath('.mp4');
  await writeFile(path, fakeVideo(anOrder({ seconds: 2 }), prompt));
  return aClip(prompt, path, 2);
}

async function keep(media: MediaTools = createFakeMediaTools()): Promise<void> {
  const [{ files, store }, clock] = [web, () => new Date()];
  await findWinners({ ...store, clock });
  await keepReels({
    ...store,
    makeReel: (order) => makeReel(order, { files, media, clock }),
    clock,
    onError(error) {
      throw error;
    },
  });
}

const page = async () => (await web.browser().get<string>(`/results?locale=en&call=${call.id}`)).body;

describe('the reel of a call that is over', () => {
  it('plays on the page of its results: a title, then each clip under the name of who asked for it', {
    timeout: 120_000,
  }, async () => {
    const sources = await createSources();
    try {
      await aClip('a red boat', await sources.video('one.mp4', { frames: 24, from: 0, tone: 500 }), 1);
      await aClip('قارب أزرق', await sources.video('two.mp4', { frames: 24, from: 100 }), 1);
      const media = createMediaTools();
      await keep(media);
      const reel = await web.store.reels.find(call.id);
      expect(reel).toMatchObject({
        width: 1280,
        height: 720,
        engine: 'storyboard',
        caption: 'The best of “Boats of paper”',
      });
      expect(reel?.requestIds).toHaveLength(2);
      const probed = await media.probe(await web.files.localPath(reel?.master ?? { sha256: '' }));
      expect(probed).toMatchObject({
        outcome: 'video',
        facts: { width: 1280, height: 720, audioCodec: 'aac', damage: null, seconds: reel?.seconds },
      });
      const body = await page();
      expect(body).toContain('The best of this call');
      const [, url = ''] = /<video class="video" src="([^"]+)"/.exec(body) ?? [];
      const { status, headers } = await web.browser().get(url.replaceAll('&amp;', '&'));
      expect([status, headers.get('content-type')]).toEqual([200, 'video/mp4']);
    } finally {
      await sources.dispose();
    }
  });

  it('is made once, whatever becomes of the votes', async () => {
    const [first, second] = [await aFakeClip('one'), await aFakeClip('two')];
    await keep();
    const reel = await web.store.reels.find(call.id);
    for (const member of ['a', 'b', 'c'])
      await web.store.votes.cast({ kind: 'clip', id: second.id }, member, reel?.madeAt ?? '');
    await keep();
    expect(await web.store.reels.find(call.id)).toEqual(reel);
    expect(reel?.requestIds.toSorted()).toEqual([first.id, second.id].toSorted());
  });

  it('is shown no more as soon as a clip of it is taken down, and is made anew without that one', async () => {
    const [kept, gone] = [await aFakeClip('kept'), await aFakeClip('gone')];
    await keep();
    const before = await web.store.reels.find(call.id);
    await web.happen(gone.id, 'taken-down');
    expect(await page()).not.toContain('The best of this call');
    expect((await web.browser().get(`/files/${before?.master.sha256}?call=${call.id}`)).status).toBe(404);
    await keep();
    expect((await web.store.reels.find(call.id))?.requestIds).toEqual([kept.id]);
    expect(await page()).toContain('The clip that people liked best');
    await web.happen(kept.id, 'taken-down');
    await keep();
    expect(await web.store.reels.find(call.id)).toBeNull();
  });

  it('waits for what is still being made', async () => {
    await aFakeClip('made');
    const late = await web.ask({ callId: call.id }, 'prompt-screened', 'approved');
    await keep();
    expect(await web.store.reels.find(call.id)).toBeNull();
    await web.happen(late.id, 'withdrawn');
    await keep();
    expect(await web.store.reels.find(call.id)).not.toBeNull();
  });

  it('holds its files: no sweep takes them', async () => {
    await aFakeClip('held');
    await keep();
    const reel = await web.store.reels.find(call.id);
    const held = new Set<string>();
    for await (const some of web.store.fileOwners.filesHeld()) for (const sha256 of some) held.add(sha256);
    expect(held).toContain(reel?.poster.sha256);
    expect(held).toContain(reel?.master.sha256);
  });
});
