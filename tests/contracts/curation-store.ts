import { describe, expect, it } from 'vitest';
import { type Call, NO_MORE_LIMITS } from '../../src/calls/call.ts';
import { waitUntil } from '../services.ts';
import { at, type StoreOf, someAsked } from './store-samples.ts';

export function curationContract(open: StoreOf): void {
  describe('sentences for those who are declined', () => {
    it('are their curator’s own or everybody’s, in the order in which they were written', async () => {
      const { sentences } = open();
      const [own, ofAll, ofAnother] = [someAsked().id, someAsked().id, someAsked().id];
      const curator = `Noor ${own}`;
      const sentence = { reason: 'not-now', words: { en: 'In May', ar: 'في أيار' } } as const;
      await sentences.add({ id: own, owner: curator, ...sentence });
      await sentences.add({ id: ofAll, owner: null, ...sentence });
      await sentences.add({ id: ofAnother, owner: 'Omar', ...sentence });
      expect(await sentences.listFor(curator)).toEqual([
        { id: own, owner: curator, ...sentence },
        { id: ofAll, owner: null, ...sentence },
      ]);
      const anew = { reason: 'rules', words: { en: 'In June', ar: 'في حزيران' } } as const;
      expect(await sentences.change(ofAnother, anew, { curator, everybodys: true })).toBe(false);
      expect(await sentences.change(ofAll, anew, { curator, everybodys: false })).toBe(false);
      expect(await sentences.change(ofAll, anew, { curator, everybodys: true })).toBe(true);
      expect(await sentences.change(own, anew, { curator, everybodys: false })).toBe(true);
      expect(await sentences.listFor(curator)).toEqual([
        { id: own, owner: curator, ...anew },
        { id: ofAll, owner: null, ...anew },
      ]);
      expect(await sentences.remove(ofAnother, curator, true)).toBe(false);
      expect(await sentences.remove(ofAll, curator, false)).toBe(false);
      expect(await sentences.remove(ofAll, curator, true)).toBe(true);
      expect(await sentences.remove(own, curator, false)).toBe(true);
      expect(await sentences.listFor(curator)).toEqual([]);
    });
  });

  describe('translations', () => {
    it('are kept one for each language, and told of in the order in which they were kept', async () => {
      const { translations } = open();
      const [one, other] = [someAsked().id, someAsked().id];
      let news = 0;
      const stop = translations.onNews(() => {
        news += 1;
      });
      const from = await translations.end();
      const toldOf = async () => {
        const { entries } = await translations.read(from, 10);
        return entries.map(({ requestId }) => requestId).filter((id) => [one, other].includes(id));
      };
      await translations.keep(one, 'en', { promptHash: 'a', text: 'a boat' });
      await translations.keep(other, 'ar', { promptHash: 'b', text: 'قارب' });
      await waitUntil(async () => (await toldOf()).join() === [one, other].join(), 'both');
      await waitUntil(() => news > 0, 'news');
      await translations.keep(one, 'en', { promptHash: 'c', text: 'a ship' });
      await waitUntil(async () => (await toldOf()).join() === [other, one].join(), 'the one that was made anew');
      expect(await translations.find(one, 'en')).toEqual({ promptHash: 'c', text: 'a ship' });
      expect(await translations.find(one, 'ar')).toBeNull();
      stop();
    });
  });

  describe('claims', () => {
    it('hold until they end or are released', async () => {
      const { claims } = open();
      const requestId = someAsked().id;
      const noor = { requestId, curator: 'Noor', until: at(60) };
      const omar = { requestId, curator: 'Omar', until: at(90) };
      expect(await claims.claim(noor, at(0))).toEqual(noor);
      expect(await claims.claim(omar, at(59))).toEqual(noor);
      expect(await claims.inForce([requestId, 'other'], at(59))).toEqual([noor]);
      expect(await claims.inForce([requestId], at(60))).toEqual([]);
      expect(await claims.claim({ ...noor, until: at(80) }, at(59))).toEqual({ ...noor, until: at(80) });
      expect(await claims.claim(omar, at(80))).toEqual(omar);
      await claims.release(requestId, 'Noor');
      expect(await claims.inForce([requestId], at(81))).toEqual([omar]);
      await claims.release(requestId, 'Omar');
      expect(await claims.inForce([requestId], at(81))).toEqual([]);
      expect(await claims.inForce([], at(81))).toEqual([]);
    });

    it('are told all together, and there is news of each', async () => {
      const { claims } = open();
      const requestId = someAsked().id;
      let news = 0;
      const stop = claims.onNews(() => {
        news += 1;
      });
      const mine = async (now: string) =>
        (await claims.allInForce(now)).filter((claim) => claim.requestId === requestId);
      const noor = { requestId, curator: 'Noor', until: at(60) };
      await claims.claim(noor, at(0));
      await waitUntil(() => news > 0, 'news of the claim');
      expect(await mine(at(59))).toEqual([noor]);
      expect(await mine(at(60))).toEqual([]);
      const before = news;
      await claims.release(requestId, 'Noor');
      await waitUntil(() => news > before, 'news of the release');
      expect(await mine(at(59))).toEqual([]);
      stop();
    });

    it('go to one of many who claim at once', async () => {
      const requestId = someAsked().id;
      const claimed = await Promise.all(
        ['a', 'b', 'c', 'd'].map((curator) => open().claims.claim({ requestId, curator, until: at(60) }, at(0))),
      );
      expect(new Set(claimed.map(({ curator }) => curator)).size).toBe(1);
    });
  });

  describe('decisions', () => {
    const decided = (curator: string, seconds: number) => ({
      requestId: someAsked().id,
      version: 2,
      curator,
      decision: { action: 'decline', reason: 'off-topic', note: 'Sorry' } as const,
      ...{ madeAt: at(seconds), effectAt: at(seconds + 10) },
    });
    const waiting = async (requestId: string) =>
      (await open().decisions.all()).filter((each) => each.requestId === requestId);

    it('wait, one a request, until they are taken back by whoever made them', async () => {
      const { decisions } = open();
      const made = decided('Noor', 0);
      let news = 0;
      const stop = decisions.onNews(() => {
        news += 1;
      });
      expect(await decisions.add(made)).toEqual(made);
      await waitUntil(() => news > 0, 'news of the decision');
      stop();
      expect(await decisions.add({ ...made, curator: 'Omar' })).toEqual(made);
      expect(await decisions.find(made.requestId)).toEqual(made);
      expect(await waiting(made.requestId)).toEqual([made]);
      expect(await decisions.takeBack([made.requestId, 'other'], 'Omar')).toEqual([]);
      expect(await decisions.takeBack([made.requestId, 'other'], 'Noor')).toEqual([made.requestId]);
      expect(await decisions.find(made.requestId)).toBeNull();
      expect(await decisions.takeBack([made.requestId], 'Noor')).toEqual([]);
    });

    it('are handed out once when they are due, and again when whoever has them does not end them', async () => {
      const { decisions } = open();
      const made = decided('Noor', 100);
      await decisions.add(made);
      const due = async (now: number) =>
        (await decisions.takeDue(at(now), at(now + 30))).filter(({ requestId }) => requestId === made.requestId);
      expect(await due(109)).toEqual([]);
      const taken = await Promise.all([due(110), due(110), due(110)]);
      expect(taken.flat()).toEqual([made]);
      expect(await decisions.takeBack([made.requestId], 'Noor')).toEqual([]);
      expect(await due(139)).toEqual([]);
      expect(await due(140)).toEqual([made]);
      await decisions.end(made);
      expect(await waiting(made.requestId)).toEqual([]);
    });

    it('are not ended by whoever had an earlier one in hand for too long', async () => {
      const { decisions } = open();
      const earlier = decided('Noor', 200);
      await decisions.add(earlier);
      await decisions.takeDue(at(210), at(211));
      await decisions.takeDue(at(212), at(242));
      await decisions.end(earlier);
      const later = { ...decided('Noor', 220), requestId: earlier.requestId };
      await decisions.add(later);
      await decisions.end(earlier);
      expect(await waiting(earlier.requestId)).toEqual([later]);
      await decisions.takeBack([later.requestId], 'Noor');
    });
  });

  describe('curators', () => {
    it('sign in once with a token that is young enough', async () => {
      const { curators } = open();
      const [token, old] = [someAsked().id, someAsked().id];
      await curators.addSignIn(token, 'Noor', at(60));
      await curators.addSignIn(old, 'Noor', at(10));
      const redeemed = await Promise.all(Array.from({ length: 4 }, () => curators.redeemSignIn(token, at(59))));
      expect(redeemed.filter((curator) => curator === 'Noor')).toHaveLength(1);
      expect(await curators.redeemSignIn(token, at(59))).toBeNull();
      expect(await curators.redeemSignIn(old, at(10))).toBeNull();
      expect(await curators.redeemSignIn('unknown', at(0))).toBeNull();
    });

    it('are kept with the role they came with, until it is changed or they are removed', async () => {
      const { curators } = open();
      const noor = { name: `Noor ${someAsked().id}`, role: 'curator', invitedBy: 'Lea', since: at(0) } as const;
      expect(await curators.keep(noor)).toEqual(noor);
      expect(await curators.keep({ ...noor, role: 'operator', invitedBy: null })).toEqual(noor);
      expect(await curators.setRole(noor.name, 'lead')).toBe(true);
      expect(await curators.find(noor.name)).toEqual({ ...noor, role: 'lead' });
      expect((await curators.list()).filter(({ name }) => name === noor.name)).toHaveLength(1);
      const [session, token] = [someAsked().id, someAsked().id];
      await curators.addSession(session, noor.name, at(60));
      await curators.addSignIn(token, noor.name, at(60));
      expect(await curators.remove(noor.name)).toBe(true);
      expect(await curators.remove(noor.name)).toBe(false);
      expect(await curators.setRole(noor.name, 'lead')).toBe(false);
      expect(await curators.find(noor.name)).toBeNull();
      expect(await curators.findSession(session, at(1))).toBeNull();
      expect(await curators.redeemSignIn(token, at(1))).toBeNull();
    });

    it('have sessions that are ended by their id, by whose they are', async () => {
      const { curators } = open();
      const name = `Noor ${someAsked().id}`;
      await curators.keep({ name, role: 'curator', invitedBy: null, since: at(0) });
      const hash = someAsked().id;
      await curators.addSession(hash, name, at(60));
      const [session] = (await curators.sessions(at(59))).filter(({ curator }) => curator === name);
      expect(session).toMatchObject({ curator: name, expiresAt: at(60) });
      expect(session?.id).not.toContain(hash);
      expect((await curators.sessions(at(60))).some(({ curator }) => curator === name)).toBe(false);
      expect(await curators.endSessionById(session?.id ?? '', 'Omar')).toBe(null);
      expect(await curators.endSessionById(session?.id ?? '', name)).toBe(name);
      expect(await curators.endSessionById(session?.id ?? '', null)).toBe(null);
    });

    it('come in by an account under the name that it has now, and whoever had that name before no more', async () => {
      const { curators } = open();
      const [one, other] = [`discord:${someAsked().id}`, `discord:${someAsked().id}`];
      const [name, newName] = [`@noor-${someAsked().id}`, `@new-${someAsked().id}`];
      const noor = { name, role: 'curator', since: at(0) } as const;
      expect(await curators.keepAccount(one, noor)).toEqual({ ...noor, invitedBy: null });
      expect(await curators.keepAccount(one, { ...noor, role: 'lead', since: at(5) })).toMatchObject({
        role: 'lead',
        since: at(0),
      });
      expect(await curators.accounts()).toContainEqual({ account: one, curator: name });
      const session = someAsked().id;
      await curators.addSession(session, name, at(60));
      expect((await curators.keepAccount(one, { ...noor, name: newName })).name).toBe(newName);
      expect(await curators.findSession(session, at(1))).toBeNull();
      expect(await curators.find(name)).toBeNull();
      const taken = someAsked().id;
      await curators.addSession(taken, newName, at(60));
      await curators.keepAccount(other, { ...noor, name: newName, role: 'viewer' });
      expect(await curators.findSession(taken, at(1))).toBeNull();
      expect(await curators.find(newName)).toMatchObject({ role: 'viewer' });
      const theirs = (await curators.accounts()).filter(({ account }) => [one, other].includes(account));
      expect(theirs).toEqual([{ account: other, curator: newName }]);
      await curators.remove(newName);
      expect((await curators.accounts()).some(({ account }) => account === other)).toBe(false);
    });

    it('have sessions that end', async () => {
      const { curators } = open();
      const session = someAsked().id;
      await curators.keep({ name: 'Noor', role: 'curator', invitedBy: null, since: at(0) });
      await curators.addSession(session, 'Noor', at(60));
      expect(await curators.findSession(session, at(59))).toMatchObject({ name: 'Noor', role: 'curator' });
      expect(await curators.findSession(session, at(60))).toBeNull();
      // What is over is not kept either.
      expect(await curators.findSession(session, at(59))).toBeNull();
      const other = someAsked().id;
      await curators.addSession(other, 'Noor', at(60));
      await curators.endSession(other);
      expect(await curators.findSession(other, at(0))).toBeNull();
    });
  });

  it('keeps sessions of members until they end', async () => {
    const { memberSessionStore } = open();
    const [session, member] = [someAsked().id, { platform: 'discord', id: someAsked().id, name: 'Noor' }];
    await memberSessionStore.add(session, member, at(60));
    expect(await memberSessionStore.find(session, at(59))).toEqual(member);
    expect(await memberSessionStore.find(session, at(60))).toBeNull();
    const another = someAsked().id;
    await memberSessionStore.add(another, member, at(60));
    await memberSessionStore.end(another);
    expect(await memberSessionStore.find(another, at(1))).toBeNull();
  });

  it('keeps calls', async () => {
    const call: Call = {
      id: someAsked().id,
      theme: { en: 'Boats', ar: 'قوارب' },
      opensAt: at(0),
      closesAt: null,
      budgetUsd: 12.5,
      caps: { openPerMember: 3, perMemberPerDay: 10, ...NO_MORE_LIMITS },
      places: ['discord:123'],
      engine: null,
    };
    expect(await open().calls.find(call.id)).toBeNull();
    await open().calls.save(call);
    const saved = { ...call, version: 1 };
    expect(await open().calls.find(call.id)).toEqual(saved);
    await open().calls.save({ ...saved, closesAt: at(9) });
    expect(await open().calls.list()).toContainEqual({ ...call, version: 2, closesAt: at(9) });
    expect((await open().calls.list()).filter(({ id }) => id === call.id)).toHaveLength(1);
  });

  it('saves one of two changes of the same call', async () => {
    const id = someAsked().id;
    const call = { id, theme: { en: 'Boats', ar: 'قوارب' }, opensAt: at(0), closesAt: null, budgetUsd: null };
    const read = await open().calls.save({ ...call, caps: {}, places: null, engine: null });
    if (!read) throw new Error('There was such a call before');
    const ends = [at(8), at(9)];
    const saved = await Promise.all(ends.map((closesAt) => open().calls.save({ ...read, closesAt })));
    expect(saved.filter((each) => each === null)).toHaveLength(1);
    expect(await open().calls.find(id)).toEqual(saved.find((each) => each !== null));
  });

  it('makes a setting once, whoever asks at the same time', async () => {
    const name = someAsked().id;
    const values = await Promise.all(
      Array.from({ length: 8 }, (_, place) => open().settings.getOrCreate(name, () => `value ${place}`)),
    );
    expect(new Set(values).size).toBe(1);
    expect(await open().settings.getOrCreate(name, () => 'another')).toBe(values[0]);
  });
}
