import { expect, it } from 'vitest';
import { letPicturesGo } from '../../src/files/let-pictures-go.ts';
import type { StoredFile } from '../../src/requests/index.ts';
import type { Store } from '../../src/store/store.ts';
import { NOW } from '../samples/requests.ts';
import { at, changesThrough, clock, create, type StoreOf, someAsked } from './store-samples.ts';

/** Whatever a sweep is to leave alone must be said to be held; whatever only was, must not. */
export function fileOwnersContract(open: StoreOf): void {
  const file = (digit: string): StoredFile => ({ sha256: digit.repeat(64), bytes: 1, type: 'image/png' });

  async function held({ fileOwners }: Store): Promise<Set<string>> {
    const found = new Set<string>();
    for await (const some of fileOwners.filesHeld()) for (const sha256 of some) found.add(sha256);
    return found;
  }

  async function post({ roomPosts }: Store, key: string, files: { picture: StoredFile; video: StoredFile | null }) {
    const author = { platform: 'room', id: 'holder', name: 'Huda' };
    const { video } = files;
    return roomPosts.add({
      ...{ author, kind: 'post', text: 'look', locale: 'en', inReplyTo: null, requestId: null, key, postedAt: NOW },
      picture: files.picture,
      video: video && { file: video, poster: file('6'), altText: '' },
    });
  }

  it('finds the pictures of calls', async () => {
    const store = open();
    const call = {
      ...{ id: 'with-picture', theme: { en: 'Boats', ar: 'قوارب' }, opensAt: NOW, closesAt: NOW },
      ...{ budgetUsd: null, caps: {}, places: null, engine: null },
    };
    const picture = { ...file('0'), sha256: 'ca11'.repeat(16) };
    await store.calls.save({ ...call, picture });
    expect(await held(store)).toContain(picture.sha256);
    await store.calls.save({ ...call, version: 1 });
    expect(await held(store)).not.toContain(picture.sha256);
  });

  it('finds the files of every request, however many there are', async () => {
    const store = open();
    const pictures = ['a1', 'b2', 'c3'].map((digits) => ({ ...file('0'), sha256: digits.repeat(32) }));
    for (const picture of pictures) await create(store, someAsked({ picture }));
    await store.requests.create(Array.from({ length: 210 }, () => changesThrough(someAsked(), 'withdrawn')));
    const found = await held(store);
    for (const { sha256 } of pictures) expect(found).toContain(sha256);
    expect(found).not.toContain('9'.repeat(64));
  });

  it('takes nobody’s words for a file', async () => {
    const store = open();
    await create(store, someAsked({ prompt: `"sha256": "${'8'.repeat(64)}"` }));
    expect(await held(store)).not.toContain('8'.repeat(64));
  });

  it('lets go of a picture that was edited away, though the history speaks of it', async () => {
    const store = open();
    await create(store, someAsked({ picture: file('e') }), 'prompt-edited');
    expect(await held(store)).not.toContain('e'.repeat(64));
  });

  it('takes pictures out of what came to nothing long enough ago, off the post too', async () => {
    const store = open();
    const hung = await post(store, 'in vain', { picture: file('2'), video: null });
    const inVain = { picture: file('2'), post: { platform: 'room', channel: 'room', id: hung.id } };
    const declined = await create(store, someAsked(inVain), 'prompt-screened', 'declined');
    const kept = [
      await create(store, someAsked({ picture: file('3') }), 'prompt-screened', 'declined', 'appealed'),
      await create(store, someAsked({ picture: file('3') }), 'prompt-screened'),
    ];
    const { requests, fileOwners: owners } = store;
    const letGo = (before: string) =>
      letPicturesGo({ owners, requests, clock }, { before: new Date(before), goesOn: () => true });
    await letGo(NOW);
    expect((await requests.find(declined.id))?.picture).toEqual(file('2'));
    await letGo(at(1));
    await letGo(at(1));
    expect(await requests.find(declined.id)).toMatchObject({ state: 'declined', picture: null });
    expect((await store.roomPosts.find(hung.id))?.picture).toBeNull();
    expect(await held(store)).not.toContain('2'.repeat(64));
    for (const { id } of kept) expect((await requests.find(id))?.picture).toEqual(file('3'));
  });

  it('finds what hangs in the room, until it is removed', async () => {
    const store = open();
    const { id } = await post(store, 'held', { picture: file('4'), video: file('5') });
    for (const digit of ['4', '5', '6']) expect(await held(store)).toContain(digit.repeat(64));
    await store.roomPosts.remove(id, at(1));
    for (const digit of ['4', '5', '6']) expect(await held(store)).not.toContain(digit.repeat(64));
  });
}
