import { expect, it } from 'vitest';
import type { EventKind } from '../../src/requests/index.ts';
import { apply, changesThrough, create, endAllWork, type StoreOf, someAsked } from './store-samples.ts';

/** What is asked in nearly the same words, found again. */
export function similarRequestsContract(open: StoreOf): void {
  it('finds prompts that are nearly the same, the nearest first', async () => {
    const word = someAsked().id.replaceAll('-', ' ');
    const prompt = `a lighthouse keeper of ${word} feeds the gulls at dawn in the fog`;
    const asked = await create(open(), someAsked({ prompt }));
    const same = await create(open(), someAsked({ prompt: `  ${prompt.toUpperCase()}!!` }));
    const near = await create(open(), someAsked({ prompt: prompt.replace('dawn', 'dusk') }));
    await create(open(), someAsked({ prompt: 'two foxes dance a waltz on a frozen pond under lanterns' }));
    const found = await open().requests.similar(asked, 5);
    expect(found.map(({ id }) => id)).toEqual([same.id, near.id]);
    expect(await open().requests.similar(asked, 1)).toHaveLength(1);

    const edited = await apply(open(), near, {
      kind: 'prompt-edited',
      changes: { prompt: `nothing like it: ${same.id}`, options: {}, picture: null, locale: 'en' },
    });
    expect((await open().requests.similar(asked, 5)).map(({ id }) => id)).toEqual([same.id]);
    expect(await open().requests.similar(edited, 5)).toEqual([]);
  });

  it('finds the one in like words that is to come, and the nearest, behind hundreds that share most of them', async () => {
    const word = someAsked().id.replaceAll('-', ' ');
    const idea = `lighthouse keeper ${word.slice(0, 8)} feeding`;
    const asked = (prompt: string, callId: string, ...events: EventKind[]) =>
      create(open(), someAsked({ prompt, callId }), ...events);
    const callId = someAsked().id;
    const nearest = await asked(`${idea} seagulls quietly`, someAsked().id);
    const before = Array.from({ length: 450 }, (_, place) =>
      changesThrough(someAsked({ prompt: `${idea} creature${place}`, callId: nearest.callId })),
    );
    await open().requests.create(before);
    const coming = await asked(`${idea} seagullls`, callId, 'prompt-screened');
    const again = await asked(`${idea} seagulls`, callId);
    expect((await open().requests.askedAlike(again, 'near')).map(({ id }) => id)).toEqual([coming.id]);
    expect((await open().requests.similar(again, 2)).map(({ id }) => id).toSorted()).toEqual(
      [coming.id, nearest.id].toSorted(),
    );
    await endAllWork(open());
  });
}
