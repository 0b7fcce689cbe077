import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startCountingSupporters } from '../../../../src/moderation/curation/count-supporters.ts';
import { type Folding, startFolding } from '../../../../src/moderation/curation/fold-duplicates.ts';
import { startMerges } from '../../../../src/moderation/curation/follow-merges.ts';
import { type Asked, type Following, type PromptRequest, SEEDED } from '../../../../src/requests/index.ts';
import { openStore } from '../../../../src/store/open-store.ts';
import type { Store } from '../../../../src/store/store.ts';
import { apply, clock, create, someAsked } from '../../../contracts/store-samples.ts';
import { dataFolder } from '../../../machine/empty-records.ts';
import { aFile } from '../../../samples/requests.ts';
import { waitUntil } from '../../../services.ts';

let store: Store;
let following: Following[] = [];
const errors: unknown[] = [];

beforeAll(async () => {
  store = await openStore({ databaseUrl: null, directory: dataFolder('folding') });
});
afterEach(async () => {
  await Promise.all(following.map((each) => each.close()));
  expect(errors).toEqual([]);
});
afterAll(() => store.close());

async function start(folding: Folding): Promise<void> {
  const onError = (error: unknown) => errors.push(error);
  following = [
    startFolding({ ...store, folding, clock, onError }),
    startCountingSupporters({ ...store, clock, onError }),
    startMerges({ ...store, clock, onError }),
  ];
  await Promise.all(following.map(({ caughtUp }) => caughtUp));
}

/** A lighthouse of its own for each test, so that none finds another's. */
const idea = () => `a lighthouse of ${someAsked().id.replaceAll('-', ' ')} in a storm`;
let minute = 0;
/** Each a minute after the one before. */
function ask(changes: Partial<Asked>): Promise<PromptRequest> {
  minute += 1;
  const askedAt = new Date(clock().getTime() + minute * 60_000).toISOString();
  return create(store, someAsked({ askedAt, ...changes }), 'prompt-screened');
}
const now = async ({ id }: PromptRequest) => (await store.requests.find(id)) as PromptRequest;
const becomes = (request: PromptRequest, state: PromptRequest['state']) =>
  waitUntil(async () => (await now(request)).state === state, `${request.id} to be ${state}`);
const supporters = async ({ id }: PromptRequest) => (await store.votes.tallies([{ kind: 'request', id }]))[0]?.votes;
/** What was asked before it has been gone through once this, asked after it, has. */
async function gonePast(): Promise<void> {
  const prompt = idea();
  await ask({ prompt });
  await becomes(await ask({ prompt }), 'merged');
}

describe('what is asked for again', () => {
  it('is folded into what asked for it before, while that one waits, is approved or is made', async () => {
    await start('exact');
    const prompt = idea();
    const lead = await ask({ prompt });
    const first = await ask({ prompt: `“${prompt.toUpperCase()}”!` });
    await becomes(first, 'merged');
    expect(await now(first)).toMatchObject({ merged: { into: lead.id, by: null } });
    await apply(store, await apply(store, await now(lead), 'approved'), 'generation-started');
    const second = await ask({ prompt, requester: { platform: 'x', id: 'salma', name: 'Salma' } });
    await becomes(second, 'merged');
    expect(await store.requests.mergedCounts([lead.id])).toEqual([2]);
    expect(await store.requests.similar(await now(lead), 5)).toEqual([]);
    await waitUntil(async () => (await supporters(lead)) === 2, 'both to support it');
  });

  it.each<[string, Partial<Asked>]>([
    ['in another call', { callId: 'another' }],
    ['with a picture', { picture: aFile('a picture', 'image/png') }],
    ['of another length', { options: { seconds: 9 } }],
    ['of what it remixes', { parentId: 'a-parent' }],
    ['too late', { late: true }],
  ])('is left to a curator where it is asked %s', async (_, changes) => {
    await start('exact');
    const prompt = idea();
    const lead = await ask({ prompt });
    const other = await ask({ prompt, ...changes });
    await gonePast();
    expect((await now(other)).state).toBe('in-review');
    expect((await store.requests.similar(lead, 5)).map(({ id }) => id)).toEqual([other.id]);
  });

  it.each<[Folding, string]>([
    ['off', 'in-review'],
    ['exact', 'in-review'],
    ['near', 'merged'],
  ])('in other words is, where it is set to %s, %s', async (folding, state) => {
    await start(folding);
    const prompt = idea();
    const lead = await ask({ prompt });
    const [subject, storm] = prompt.split(' in ');
    const other = await ask({ prompt: `please make a video: in ${storm}, ${subject}` });
    if (folding === 'near') await becomes(other, 'merged');
    else if (folding === 'exact') await gonePast();
    const detail = await ask({ prompt: `${prompt} at night` });
    if (folding !== 'off') await (folding === 'near' ? becomes(await ask({ prompt }), 'merged') : gonePast());
    expect((await now(other)).state).toBe(state);
    expect((await now(detail)).state).toBe('in-review');
    expect((await now(lead)).state).toBe('in-review');
  });

  it('counts each member once, and none for what they asked for themselves or took back', async () => {
    await start('exact');
    const prompt = idea();
    const requester = { platform: 'discord', id: `noor-${prompt}`, name: 'Noor' };
    const lead = await ask({ prompt });
    const own = await ask({ prompt, requester: lead.requester });
    const twice = [await ask({ prompt, requester }), await ask({ prompt, requester })];
    for (const each of [own, ...twice]) await becomes(each, 'merged');
    const other = await ask({ prompt });
    await waitUntil(async () => (await supporters(lead)) === 2, 'Noor and another to support it');
    await apply(store, await now(other), 'withdrawn');
    await waitUntil(async () => (await supporters(lead)) === 1, 'Noor to support it');
  });

  it('is folded into what was asked first, though that one was screened last', async () => {
    await start('exact');
    const prompt = idea();
    const askedAt = '2026-11-01T00:00:00.000Z';
    const later = await ask({ prompt });
    const first = await ask({ prompt, askedAt });
    await becomes(later, 'merged');
    expect((await now(first)).state).toBe('in-review');
  });

  it('is its own request again where a curator takes it out, and is not folded once more', async () => {
    await start('exact');
    const prompt = idea();
    const lead = await ask({ prompt });
    const other = await ask({ prompt });
    await becomes(other, 'merged');
    await apply(store, await now(other), { kind: 'unmerged', into: lead.id, curator: 'Noor' });
    await waitUntil(async () => (await supporters(lead)) === 0, 'it to be supported no more');
    await becomes(await ask({ prompt }), 'merged');
    expect((await now(other)).state).toBe('in-review');
    expect((await store.requests.similar(lead, 5)).map(({ id }) => id)).toEqual([other.id]);
  });

  it('is left where a curator has had it in hand', async () => {
    await start('off');
    const prompt = idea();
    await ask({ prompt });
    const held = await apply(store, await apply(store, await ask({ prompt }), 'held'), 'resumed');
    await Promise.all(following.map((each) => each.close()));
    await start('exact');
    const last = await ask({ prompt });
    await becomes(last, 'merged');
    expect((await now(held)).state).toBe('in-review');
  });

  it('is no case with a known answer, and none has anything behind it', async () => {
    await start('exact');
    const prompt = idea();
    const lead = await ask({ prompt });
    const seeded = await ask({ prompt, post: { ...lead.post, platform: SEEDED, id: `seeded ${prompt}` } });
    await gonePast();
    expect([(await now(lead)).state, (await now(seeded)).state]).toEqual(['in-review', 'in-review']);
  });

  it('supports what it stands behind as long as another of the same member does', async () => {
    await start('exact');
    const prompt = idea();
    const requester = { platform: 'discord', id: `twice-${prompt}`, name: 'Noor' };
    const lead = await ask({ prompt });
    const [one, other] = [await ask({ prompt, requester }), await ask({ prompt, requester })];
    for (const each of [one, other]) await becomes(each, 'merged');
    await waitUntil(async () => (await supporters(lead)) === 1, 'Noor to support it');
    await apply(store, await now(one), 'withdrawn');
    await gonePast();
    const third = await ask({ prompt });
    await becomes(third, 'merged');
    await waitUntil(async () => (await supporters(lead)) === 2, 'another to support it beside Noor');
    await apply(store, await now(other), 'withdrawn');
    await waitUntil(async () => (await supporters(lead)) === 1, 'Noor to support it no more');
  });

  it('is found by its words again once an appeal brings it back', async () => {
    await start('exact');
    const prompt = idea();
    const lead = await ask({ prompt });
    const other = await ask({ prompt });
    await becomes(other, 'merged');
    await apply(store, await now(lead), 'declined');
    await becomes(other, 'declined');
    expect(await store.requests.similar(lead, 5)).toEqual([]);
    await apply(store, await apply(store, await now(other), 'appealed'), { kind: 'appeal-upheld', curator: 'Sam' });
    expect((await store.requests.similar(lead, 5)).map(({ id }) => id)).toEqual([other.id]);
  });
});
