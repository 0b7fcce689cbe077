import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Announcements } from '../../../../src/bots/announcing/announcements.ts';
import { createAnnouncements } from '../../../../src/bots/announcing/create-announcements.ts';
import type { XPlatformDependencies } from '../../../../src/bots/x/x-platform.ts';
import { type Call, NO_MORE_LIMITS } from '../../../../src/calls/call.ts';
import { findWinners } from '../../../../src/voting/find-winners.ts';
import { announcerContract } from '../../../contracts/announcer.ts';
import { waitUntil } from '../../../services.ts';
import type { Post } from '../../../simulators/x/world.ts';
import { openTestRecords, type TestRecords } from '../discord/open-test-discord.ts';
import { openTestX, type TestX } from './open-test-x.ts';

const ON_X = { platform: 'x', place: '' };
const HOUR_MS = 60 * 60 * 1000;

let records: TestRecords;
let x: TestX;
let announcements: Announcements;
let ids = 0;

beforeAll(async () => {
  records = await openTestRecords();
}, 120_000);
afterAll(() => records.close());
beforeEach(async () => {
  x = await openTestX(records);
  await start();
});
afterEach(async () => {
  await x.close();
  expect(x.simulator.violations).toEqual([]);
});

async function start(changes: Partial<XPlatformDependencies> = {}): Promise<void> {
  await x.start(changes);
  announcements = createAnnouncements({
    ...records.store,
    announcers: [x.platform().announcer],
    makeSmaller: async ({ master }) => master,
    newId: () => {
      ids += 1;
      return `press${ids}`;
    },
    clock: () => new Date(),
  });
}

/** A call that is open, or was until just now. */
async function aCall({ over = false }: { over?: boolean } = {}): Promise<Call> {
  ids += 1;
  const call: Call = {
    id: `call${ids}`,
    theme: { en: 'Paper boats, see example.com @everyone', ar: 'قوارب من ورق' },
    opensAt: new Date(Date.now() - HOUR_MS).toISOString(),
    closesAt: new Date(Date.now() + (over ? -1000 : HOUR_MS)).toISOString(),
    budgetUsd: null,
    caps: { openPerMember: 50, perMemberPerDay: 50, ...NO_MORE_LIMITS },
    // Kept apart from the other tests' calls.
    places: ['room:elsewhere'],
    engine: null,
  };
  await records.store.calls.save(call);
  return call;
}

const draftOf = async (call: Call) => (await announcements.list()).find(({ callId }) => callId === call.id);
const posts = () => x.simulator.requests('POST /2/tweets');
const ours = () => [...x.simulator.world.posts.values()].filter(({ author }) => author === x.simulator.bot);

/** Presses with what is suggested. */
async function press(call: Call, withClip = false) {
  const draft = await draftOf(call);
  if (!draft) throw new Error('there is nothing to announce');
  const { callId, what, words } = draft;
  return announcements.post({ ...ON_X, callId, what, words: words.en, locale: 'en', withClip });
}

describe('a call that was opened', () => {
  it('is announced by a press, once, however many press; and never by itself', async () => {
    const call = await aCall();
    await x.requestOf(x.simulator.say(x.person, '@opencall a boat'));
    expect(posts()).toEqual([]);
    const outcomes = await Promise.all([press(call), press(call), press(call)]);
    expect(outcomes.map(({ outcome }) => outcome).filter((outcome) => outcome === 'posted')).toHaveLength(1);
    expect(await press(call)).toMatchObject({ outcome: 'posted-already' });
    const [post, ...more] = ours();
    expect(more).toEqual([]);
    expect(post).toMatchObject({ madeWithAi: false, replyTo: null, mediaIds: [] });
    expect(post?.text).toContain('Paper boats, see example. com everyone');
    expect(await draftOf(call)).toMatchObject({ state: 'posted', posted: post?.text, ref: { id: post?.id } });
    expect([...x.simulator.ledger.bought.keys()]).not.toContain('post-with-link');
  });

  it('is found again after an answer that was lost, also by a press with other words', async () => {
    const call = await aCall();
    x.simulator.faults.arm({ method: 'POST', route: /^\/2\/tweets$/ }, { kind: 'lost-answer' });
    expect(await press(call)).toMatchObject({ outcome: 'failed', sent: true });
    const [post] = ours();
    expect(await draftOf(call)).toMatchObject({ state: 'unclear', posted: post?.text });
    const again = {
      ...ON_X,
      callId: call.id,
      what: 'opened',
      locale: 'en',
      words: 'Something else',
      withClip: false,
    } as const;
    expect(await announcements.post(again)).toMatchObject({ outcome: 'posted', ref: { id: post?.id } });
    expect([ours().length, posts().length]).toEqual([1, 1]);
  });

  it('may be worded anew where it is certain that nothing was posted', async () => {
    const call = await aCall();
    await x.stop();
    await start({ dailyDollars: 0 });
    expect(await press(call)).toMatchObject({ outcome: 'failed', sent: false });
    expect(await draftOf(call)).toMatchObject({ state: 'draft', posted: null });
    await x.stop();
    await start();
    expect(await press(call)).toMatchObject({ outcome: 'posted' });
  });

  it.each([
    ['', ['empty']],
    ['Look at https://example.org', ['link']],
    ['Look at example.org', ['link']],
    ['Thanks to @mina', ['mention']],
    ['😀'.repeat(140), ['too-long']],
    [`${'a'.repeat(280)} b.com @c`, ['too-long', 'link', 'mention']],
  ])('is not announced with %j', async (words, problems) => {
    const { id: callId } = await aCall();
    expect(await announcements.post({ ...ON_X, callId, what: 'opened', locale: 'en', words, withClip: false })).toEqual(
      {
        outcome: 'problems',
        problems,
        most: 280,
      },
    );
    expect(posts()).toEqual([]);
  });

  it('is answered with requests, without the bot in their words; a thank-you to a clip asks for nothing', async () => {
    const call = await aCall();
    await press(call);
    const [announcement] = ours() as [Post];
    const idea = x.simulator.say(x.person, 'a boat in the rain', { replyTo: announcement });
    const request = await x.requestOf(idea);
    expect(request).toMatchObject({ callId: call.id, prompt: 'a boat in the rain', unnamed: true, parentId: null });
    const named = await x.requestOf(x.simulator.say(x.person, '@opencall a ship', { replyTo: announcement }));
    expect(named).toMatchObject({ callId: call.id });
    expect(named.unnamed).toBeUndefined();
    await x.deliver(await x.make(request));
    const [reply] = x.simulator.repliesTo(idea) as [Post];
    const thanks = x.simulator.say(x.person, 'thank you!', { replyTo: reply });
    await x.requestOf(x.simulator.say(x.person, '@opencall a raft'));
    expect(await x.state(thanks)).toBeNull();
  });
});

describe('a call that is over', () => {
  it('is told with its winners and the best clip, which goes with it when the clip is taken down', async () => {
    const call = await aCall();
    await press(call);
    const [announcement] = ours() as [Post];
    const authors = ['Noor', 'Lea'].map((name) => x.simulator.addUser(`${name.toLowerCase()}${call.id}`, name));
    const asked = authors.map((author) => x.simulator.say(author, 'a boat', { replyTo: announcement }));
    const [best, other] = await Promise.all(
      asked.map(async (post) => x.deliver(await x.make(await x.requestOf(post)))),
    );
    for (const [clip, voter] of [
      [best, 'room:a'],
      [best, 'room:b'],
      [other, 'room:a'],
    ] as const)
      await records.store.votes.cast({ kind: 'clip', id: clip?.id ?? '' }, voter, new Date().toISOString());
    await records.store.calls.save({ ...call, version: 1, closesAt: new Date(Date.now() - 1).toISOString() });
    expect(await draftOf(call)).toBeUndefined();
    await findWinners({ ...records.store, clock: () => new Date() });
    const draft = await draftOf(call);
    expect(draft).toMatchObject({ what: 'closed', clip: { requestId: best?.id } });
    expect(draft?.words.en).toMatch(/2 clips came of it.+1\. Noor\n2\. Lea/s);
    expect(draft?.words.ar).toContain('Noor');
    expect(await press(call, true)).toMatchObject({ outcome: 'posted' });
    const told = ours().find(({ text }) => text.includes('is over'));
    expect(told).toMatchObject({ madeWithAi: true, replyTo: null });
    expect(told?.mediaIds).toHaveLength(1);
    expect(other?.state).toBe('delivered');

    await x.deliver(await x.walk(best as never, { kind: 'taken-down', by: 'noor', reason: 'rights' }));
    await waitUntil(() => told?.deleted === true, 'the announcement without the clip');
    expect(announcement.deleted).toBe(false);
  });
});

announcerContract('x', () => ({
  announcer: x.platform().announcer,
  records: records.store,
  visible: async () =>
    ours()
      .filter(({ deleted }) => !deleted)
      .map(({ text }) => text),
  remove: (ref) => x.platform().remove(ref),
}));
