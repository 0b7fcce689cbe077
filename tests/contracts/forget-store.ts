import { expect, it } from 'vitest';
import { forgetEvent, forgetRequest, memberKey, type PromptRequest } from '../../src/requests/index.ts';
import type { Store } from '../../src/store/store.ts';
import { NOW } from '../samples/requests.ts';
import { at, create, type StoreOf, someAsked } from './store-samples.ts';

const EVENTS_TO_DELIVERED = [
  ...(['prompt-screened', 'approved', 'generation-started', 'shot-intended', 'shot-started'] as const),
  ...(['shot-rendered', 'shot-downloaded', 'clip-finished', 'clip-screened', 'reply-posted'] as const),
] as const;
const EVENTS_TO_WITHDRAWN = ['prompt-screened', 'withdrawn'] as const;

/** What forgets a member leaves how things went, and nothing of what they said. */
export function forgetStoreContract(open: StoreOf): void {
  const historyLeft = async ({ requests }: Store, { id }: PromptRequest) => {
    const history = await requests.history(id);
    return new Map(history.map((entry) => [entry.version, forgetEvent(entry)]));
  };

  it('keeps a wish until it is fulfilled, with the moment of the last', async () => {
    const { forgetting, votes, duels } = open();
    const member = `room:wish-${someAsked().id}`;
    await votes.cast({ kind: 'clip', id: 'somebody-else’s' }, member, NOW);
    await duels.answer(member, { callId: member, first: 'a', second: 'b', answer: 'first', at: NOW });
    await forgetting.ask(member, NOW);
    await forgetting.ask(member, at(5));
    expect(await forgetting.waiting()).toContainEqual({ member, askedAt: at(5) });
    await forgetting.done(member);
    expect((await forgetting.waiting()).map((each) => each.member)).not.toContain(member);
    expect(await votes.castBy(member)).toEqual([]);
    expect(await duels.answeredBy(member)).toEqual([]);
  });

  it('forgets a request once: its words, its post and its requester', async () => {
    const store = open();
    const { requests, forgetting, ownPosts, history, knownClips, gallery, duels } = store;
    const asked = someAsked({ prompt: 'canary prompt', options: { style: 'canary style' } });
    const request = await create(store, asked, ...EVENTS_TO_WITHDRAWN);
    const { fresh } = await ownPosts.intend({
      ...{ key: `s.${request.id}`, requestId: request.id, kind: 'status', platform: 'room', intendedAt: NOW },
    });
    expect(fresh).toBe(true);
    await gallery.keep([
      { requestId: request.id, parentId: null, deliveredAt: request.askedAt, style: '', texts: ['words'] },
    ]);
    await store.translations.keep(request.id, 'ar', { promptHash: 'hash', text: 'canary translation' });
    expect(await store.translations.find(request.id, 'ar')).toEqual({ promptHash: 'hash', text: 'canary translation' });
    await store.translations.keep(request.id, 'ar', { promptHash: 'other', text: 'canary again' });
    expect(await store.translations.find(request.id, 'ar')).toMatchObject({ promptHash: 'other' });
    expect(await store.translations.find(request.id, 'en')).toBeNull();
    await duels.answer('room:somebody', { callId: 'some', first: 'a', second: request.id, answer: 'first', at: NOW });
    await knownClips.keep(request.id, { files: [`file of ${request.id}`], frameHashes: ['5a'.repeat(32)] });
    await ownPosts.posted(`s.${request.id}`, { platform: 'room', channel: 'room', id: 'ours' });
    expect(await forgetting.postsAbout(request.id)).toEqual([{ platform: 'room', channel: 'room', id: 'ours' }]);
    const before = await requests.history(request.id);
    const events = await historyLeft(store, request);
    expect(await forgetting.forget({ ...forgetRequest(request), version: request.version - 1 }, events)).toBe(false);
    expect(await forgetting.forget(forgetRequest(request), events)).toBe(true);

    const left = await requests.find(request.id);
    expect(left).toMatchObject({ state: 'withdrawn', version: request.version, prompt: '', post: { id: request.id } });
    expect(await requests.findByPost(asked.post)).toBeNull();
    expect(await requests.list({ requester: memberKey(asked.requester), order: 'newest', limit: 5 })).toEqual([]);
    expect(await forgetting.postsAbout(request.id)).toEqual([]);
    expect(await duels.sums('some')).toEqual([]);
    expect(await store.translations.find(request.id, 'ar')).toBeNull();
    expect(await knownClips.findByFile(`file of ${request.id}`)).toBeNull();
    expect(await gallery.family(request.id, 5)).toEqual([]);
    expect(await knownClips.findByFrames([['5a'.repeat(32)]])).toEqual([]);
    const after = await requests.history(request.id);
    expect(JSON.stringify([left, after])).not.toMatch(/canary|Salma|member-/);
    const course = (entries: typeof before) => entries.map(({ event, ...rest }) => ({ ...rest, kind: event.kind }));
    expect(course(after)).toEqual(course(before));
    expect(await history.end()).toEqual(expect.any(String));
  });

  it('holds what is still under way, and leaves alone what was asked later', async () => {
    const store = open();
    const { forgetting } = store;
    const asked = someAsked();
    const member = memberKey(asked.requester);
    const waiting = await create(store, asked, 'prompt-screened');
    const later = someAsked({ requester: asked.requester, askedAt: at(100) });
    await create(store, later, ...EVENTS_TO_WITHDRAWN);
    expect(await forgetting.requestsOf(member, at(50))).toEqual([{ request: waiting, busy: true }]);
    const both = await forgetting.requestsOf(member, at(100));
    expect(both.map(({ busy }) => busy)).toEqual([true, false]);
  });

  it('tells what it holds beside requests and votes, and leaves no word of it', async () => {
    const { forgetting, roomPosts, votes, memberSessionStore, requests } = open();
    const author = { platform: 'room', id: someAsked().id, name: 'Salma' };
    const member = memberKey(author);
    const picture = { sha256: 'd'.repeat(64), bytes: 1, type: 'image/png' };
    const post = {
      author,
      text: 'canary words',
      locale: 'en',
      picture,
      video: null,
      key: null,
      postedAt: at(1),
    } as const;
    const own = await roomPosts.add({ ...post, kind: 'post', inReplyTo: null, requestId: null });
    const bot = { platform: 'room', id: 'opencall', name: 'Open Call' };
    const answer = { ...post, author: bot, picture: null, inReplyTo: own.id, requestId: null };
    const said = await roomPosts.add({ ...answer, kind: 'answer', text: 'You asked for canary words' });
    const theirs = await roomPosts.add({
      ...post,
      author: { ...author, id: 'other' },
      kind: 'post',
      inReplyTo: own.id,
      requestId: null,
    });
    const late = await roomPosts.add({ ...post, kind: 'post', inReplyTo: null, requestId: null, postedAt: at(9) });
    await votes.see('a-clip', member, at(2));
    const clip = await create(open(), someAsked(), ...EVENTS_TO_DELIVERED, {
      kind: 'reported',
      by: member,
      words: 'canary report',
    });
    const session = someAsked().id;
    await memberSessionStore.add(session, author, at(60));
    const held = await forgetting.heldOf(member);
    expect(held).toMatchObject({
      posts: [{ id: own.id, text: 'canary words', picture }, { id: late.id }],
      views: [{ clipId: 'a-clip', at: at(2) }],
      reports: [{ clipId: clip.id, words: 'canary report' }],
    });
    expect(await forgetting.heldOf('room:nobody')).toEqual({ posts: [], views: [], duels: [], reports: [] });

    expect(await forgetting.emptyPosts(member, at(5))).toEqual([picture.sha256]);
    expect(await forgetting.emptyPosts(member, at(5))).toEqual([]);
    expect(await roomPosts.find(own.id)).toMatchObject({
      removed: true,
      text: '',
      picture: null,
      author: { name: '' },
    });
    expect(await roomPosts.find(said.id)).toMatchObject({ removed: true, text: '' });
    expect(JSON.stringify(await roomPosts.thread(own.id))).not.toContain(author.id);
    for (const stays of [theirs, late]) expect(await roomPosts.find(stays.id)).toEqual(stays);
    await forgetting.done(member);
    expect(await memberSessionStore.find(session, at(1))).toBeNull();
    expect(await requests.find(clip.id)).toMatchObject({ state: 'delivered' });
  });

  it('knows whether a file is still needed', async () => {
    const store = open();
    const sha256 = 'c'.repeat(64);
    expect(await store.forgetting.needsFile(sha256)).toBe(false);
    await create(store, someAsked({ picture: { sha256, bytes: 1, type: 'image/png' } }));
    expect(await store.forgetting.needsFile(sha256)).toBe(true);
  });

  it('still needs a picture that a call is shown with, though whoever sent the same is forgotten', async () => {
    const { forgetting, calls } = open();
    const sha256 = 'b'.repeat(64);
    expect(await forgetting.needsFile(sha256)).toBe(false);
    await calls.save({
      ...{ id: 'shown-with', theme: { en: 'Boats', ar: 'قوارب' }, opensAt: NOW, closesAt: NOW },
      ...{ budgetUsd: null, caps: {}, places: null, engine: null },
      picture: { sha256, bytes: 1, type: 'image/png' },
    });
    expect(await forgetting.needsFile(sha256)).toBe(true);
  });
}
