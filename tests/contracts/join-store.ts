import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Member, memberKey } from '../../src/requests/index.ts';
import type { VoteTarget } from '../../src/voting/vote-store.ts';
import { NOW } from '../samples/requests.ts';
import { at, create, endAllWork, type StoreOf, someAsked } from './store-samples.ts';
import { DELIVERED } from './vote-store.ts';

/** Accounts that their owner joined are one person, and are two again once they are parted. */
export function joinStoreContract(open: StoreOf): void {
  const clip = (id: string): VoteTarget => ({ kind: 'clip', id });
  const wanted = (id: string): VoteTarget => ({ kind: 'request', id });
  const someMember = (platform = 'room'): Member => ({ platform, id: someAsked().id, name: 'Salma' });

  async function join(
    from: Member,
    to: Member,
    more: { onlyFor?: string; called?: string; mostAccounts?: number } = {},
  ) {
    const { joining } = open();
    const code = someAsked().id;
    await joining.offer(code, { member: from, onlyFor: more.onlyFor ?? null, until: at(600) });
    const joined = {
      ...{ member: to, calledInPublic: more.called ?? null, person: someAsked().id, at: at(1) },
      mostAccounts: more.mostAccounts ?? 8,
    };
    const { outcome } = await joining.join(code, joined);
    return { outcome, again: (await joining.join(code, joined)).outcome };
  }
  const othersOf = async (member: Member) =>
    (await open().joining.joinedTo(memberKey(member))).map(({ member: each }) => memberKey(each)).toSorted();

  it('joins two by a code that works once, and notes it without either', async () => {
    const [here, there] = [someMember(), someMember('discord')];
    expect(await join(here, there)).toEqual({ outcome: 'joined', again: 'no-such-code' });
    expect(await open().joining.joinedTo(memberKey(here))).toEqual([{ member: there, joinedAt: at(1) }]);
    expect(await othersOf(there)).toEqual([memberKey(here)]);
    expect((await join(there, here)).outcome).toBe('joined-before');
    const [noted] = await open().audit.list({ before: null, limit: 1 });
    expect(noted).toMatchObject({ actor: null, event: { kind: 'accounts-joined', platforms: ['discord', 'room'] } });
    expect(await open().joining.part(memberKey(here), at(2))).toBe('parted');
    expect(await open().joining.part(memberKey(there), at(2))).toBe('alone');
    expect([await othersOf(here), await othersOf(there)]).toEqual([[], []]);
    const [parted] = await open().audit.list({ before: null, limit: 1 });
    expect(parted).toMatchObject({ event: { kind: 'account-parted', platform: 'room' } });
    expect(JSON.stringify([noted, parted])).not.toContain(here.id);
  });

  it('takes no code that is too old, replaced, one’s own, for somebody else, or for more accounts than a person has', async () => {
    const { joining } = open();
    const [here, there] = [someMember(), someMember('discord')];
    const [code, newer] = [someAsked().id, someAsked().id];
    const tried = async (hash: string, member: Member, moment = at(1)) =>
      (await joining.join(hash, { member, calledInPublic: null, person: hash, at: moment, mostAccounts: 8 })).outcome;
    await joining.offer(code, { member: here, onlyFor: null, until: at(600) });
    await joining.offer(newer, { member: here, onlyFor: null, until: at(600) });
    expect(await tried(code, there)).toBe('no-such-code');
    expect(await tried(newer, there, at(601))).toBe('no-such-code');
    expect(await tried(newer, here)).toBe('own-code');
    expect((await join(here, there, { onlyFor: 'salma' })).outcome).toBe('no-such-code');
    expect((await join(here, there, { onlyFor: 'salma', called: 'other' })).outcome).toBe('no-such-code');
    expect((await join(here, there, { called: 'salma' })).outcome).toBe('no-such-code');
    expect((await join(here, there, { onlyFor: 'salma', called: 'salma' })).outcome).toBe('joined');
    expect((await join(here, someMember(), { mostAccounts: 2 })).outcome).toBe('too-many-accounts');
    expect((await join(there, someMember(), { mostAccounts: 3 })).outcome).toBe('joined');
  });

  it('counts tries within the hour', async () => {
    const { joining } = open();
    const account = memberKey(someMember());
    const triedAt = (seconds: number) => joining.countTry(account, { at: at(seconds), since: at(seconds - 3600) });
    expect([await triedAt(0), await triedAt(1), await triedAt(3600), await triedAt(3601)]).toEqual([1, 2, 3, 1]);
  });

  it('gives a person one quota, and what counts against one account to all', async () => {
    const { requests } = open();
    const [here, there] = [someMember(), someMember('discord')];
    const one = await create(open(), someAsked({ requester: here, askedAt: at(0) }));
    const other = await create(open(), someAsked({ requester: there, askedAt: at(5) }), 'prompt-screened', 'declined');
    await join(here, there);
    const used = await requests.usage([here, there].map(memberKey), at(0));
    expect(used[0]).toEqual(used[1]);
    expect(used[0]).toMatchObject({ open: 1, since: 2, lastAskedAt: at(5), byCall: { [one.callId]: 2 } });
    const [against] = await requests.comeToNothing([memberKey(here)], at(0));
    expect(against?.map(({ id }) => id)).toEqual([other.id]);
    await open().forgetting.done(memberKey(there));
    expect((await requests.usage([memberKey(here)], at(0)))[0]).toMatchObject({ person: memberKey(here), since: 1 });
  });

  it('gives a person one turn in the line, and one place among the clips under way', async () => {
    const [here, there] = [someMember(), someMember('discord')];
    await join(here, there);
    await endAllWork(open());
    const approved = (requester: Member) => create(open(), someAsked({ requester }), 'prompt-screened', 'approved');
    const first = await approved(here);
    const second = await approved(there);
    const strangers = await approved(someMember());
    const pick = (inFlightPerMember: number) =>
      open().work.pick({ limit: 100, startable: 100, inFlightPerMember, now: at(60) });
    const picked = await pick(1);
    expect(picked.map(({ requestId }) => requestId)).toEqual([first.id, strangers.id]);
    for (const row of picked) await open().work.postpone(row, { dueAt: at(60), attempt: 2, error: 'not now' });
    expect((await pick(2)).map(({ requestId }) => requestId)).toEqual([first.id, strangers.id, second.id]);
    await endAllWork(open());
  });

  it('counts a clip’s voter and viewer once, and nothing of those who asked for it by another account', async () => {
    const { votes } = open();
    const [here, there, stranger] = [someMember(), someMember('discord'), memberKey(someMember())];
    const others = await create(open(), someAsked(), ...DELIVERED);
    const own = await create(open(), someAsked({ requester: here }), ...DELIVERED);
    for (const { id } of [others, own]) {
      await votes.cast(clip(id), memberKey(there), at(1));
      await votes.see(id, memberKey(there), at(1));
      await votes.cast(clip(id), stranger, at(2));
    }
    await votes.cast(clip(others.id), memberKey(here), at(3));
    const both = [clip(others.id), clip(own.id)];
    const counted = (first: number, second: number) =>
      [first, second].map((count) => ({ votes: count, viewers: count }));
    expect(await votes.tallies(both)).toEqual(counted(3, 2));
    await join(here, there);
    expect(await votes.tallies(both)).toEqual(counted(2, 1));
    const ranked = await votes.ranked({
      since: null,
      callId: null,
      among: both.map(({ id }) => id),
      limit: 9,
      offset: 0,
    });
    expect(ranked.map(({ points }) => points > 0)).toEqual([true, true]);
    expect(await votes.votedFor(both, memberKey(here))).toEqual([true, true]);
    expect(await votes.cast(clip(own.id), memberKey(there), at(4))).toBe('own');
    expect(await votes.cast(clip(others.id), memberKey(here), at(4))).toBe('already');
    expect((await votes.castBy(memberKey(here))).map(({ target }) => target)).toEqual([clip(others.id)]);
    await open().joining.part(memberKey(there), at(5));
    expect(await votes.tallies(both)).toEqual(counted(3, 2));
    await join(there, here);
    expect(await votes.withdraw(clip(others.id), memberKey(here))).toBe('withdrawn');
    // Who took a vote back has seen the clip.
    expect(await votes.tallies(both)).toEqual([
      { votes: 1, viewers: 2 },
      { votes: 1, viewers: 1 },
    ]);
  });

  it('counts no vote of a person one of whose votes for the same is held', async () => {
    const { votes, voteCases } = open();
    const [here, there] = [someMember(), someMember('discord')];
    const { id } = await create(open(), someAsked(), ...DELIVERED);
    for (const each of [here, there]) await votes.cast(clip(id), memberKey(each), at(1));
    const row = `clip ${id} ${memberKey(there)}`;
    const held = { row, target: `clip:${id}`, voter: memberKey(there), owner: 'room:x', at: 0, since: 0 };
    await voteCases.hold(someAsked().id, { pattern: 'burst', votes: [held] }, at(2));
    expect(await votes.tallies([clip(id)])).toEqual([{ votes: 1, viewers: 1 }]);
    await join(here, there);
    expect(await votes.tallies([clip(id)])).toEqual([{ votes: 0, viewers: 0 }]);
  });

  it('tells those who look for votes agreed upon which accounts are one person', async () => {
    const { votes, voteCases } = open();
    const [here, there, stranger] = [someMember(), someMember('discord'), someMember()];
    const own = await create(open(), someAsked({ requester: here }), ...DELIVERED);
    const others = await create(open(), someAsked(), ...DELIVERED);
    await votes.cast(clip(own.id), memberKey(stranger), at(1));
    for (const each of [here, there]) await votes.cast(clip(others.id), memberKey(each), at(1));
    const mark = await voteCases.mark();
    await join(here, there);
    expect(await voteCases.mark()).not.toBe(mark);
    const cast = (await voteCases.votesSince(at(0))).filter(({ target }) =>
      [own, others].some(({ id }) => target === `clip:${id}`),
    );
    const person = cast.find(({ account }) => account === memberKey(here))?.voter;
    expect(cast.map(({ account, voter, owner }) => [account, voter, owner]).toSorted()).toEqual(
      [
        [memberKey(here), person, memberKey(others.requester)],
        [memberKey(there), person, memberKey(others.requester)],
        [memberKey(stranger), memberKey(stranger), person],
      ].toSorted(),
    );
  });

  it('keeps how much a request is wanted, as a person has one voice', async () => {
    const { votes, requests } = open();
    const [here, there] = [someMember(), someMember('discord')];
    const callId = someAsked().id;
    const twice = await create(open(), someAsked({ callId }), 'prompt-screened');
    const once = await create(open(), someAsked({ callId, askedAt: at(-9) }), 'prompt-screened');
    for (const each of [here, there]) await votes.cast(wanted(twice.id), memberKey(each), at(1));
    await votes.cast(wanted(once.id), memberKey(someMember()), at(1));
    const first = async () =>
      (await requests.list({ callId, states: ['in-review'], order: 'most-wanted', limit: 1 }))[0]?.id;
    expect(await first()).toBe(twice.id);
    await join(here, there);
    expect(await first()).toBe(once.id);
    await open().joining.part(memberKey(here), at(2));
    expect(await first()).toBe(twice.id);
  });

  it('counts the first of a person’s answers in a duel, and none about what they asked for', async () => {
    const { duels } = open();
    const [here, there] = [someMember(), someMember('discord')];
    const callId = someAsked().id;
    const own = await create(open(), someAsked({ callId, requester: here }), ...DELIVERED);
    const answer = (member: Member, second: string, answered: 'first' | 'second') =>
      duels.answer(memberKey(member), { callId, first: '0', second, answer: answered, at: at(1) });
    await answer(here, 'x', 'first');
    await answer(there, 'x', 'second');
    await answer(there, own.id, 'second');
    const sums = async () =>
      (await duels.sums(callId)).map(({ second, firstWins, secondWins }) => [second, firstWins, secondWins]);
    expect(await sums()).toEqual(
      [
        [own.id, 0, 1],
        ['x', 1, 1],
      ].toSorted(),
    );
    const mark = await duels.mark(callId);
    await join(here, there);
    expect(await duels.mark(callId)).not.toBe(mark);
    expect(await sums()).toEqual([['x', 1, 0]]);
    expect((await duels.answeredBy(memberKey(here))).map(({ second }) => second)).toEqual(['x', own.id]);
    await answer(here, 'y', 'first');
    expect(await answer(there, 'y', 'first')).toBe('already');
  });

  it('counts persons, however they vote, join and part', async () => {
    const step = fc.record({ act: fc.constantFrom('vote', 'vote', 'join', 'part'), who: fc.nat(4), whom: fc.nat(4) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const { votes, joining } = open();
        const members = Array.from({ length: 5 }, () => someMember());
        const persons = members.map((_, place) => place);
        const voters = new Set<number>();
        const target = clip(someAsked().id);
        for (const { act, who, whom } of steps) {
          const [one, other] = [members[who] as Member, members[whom] as Member];
          if (act === 'vote') {
            const voted = [...voters].some((voter) => persons[voter] === persons[who]);
            expect(await votes.cast(target, memberKey(one), NOW)).toBe(voted ? 'already' : 'cast');
            if (!voted) voters.add(who);
          } else if (act === 'join') {
            const { outcome } = await join(one, other);
            expect(outcome).toBe(
              who === whom ? 'own-code' : persons[who] === persons[whom] ? 'joined-before' : 'joined',
            );
            const before = persons[whom];
            for (const [place, person] of persons.entries()) if (person === before) persons[place] = persons[who] ?? 0;
          } else {
            const alone = persons.filter((person) => person === persons[who]).length === 1;
            expect(await joining.part(memberKey(one), at(2))).toBe(alone ? 'alone' : 'parted');
            persons[who] = Math.max(...persons) + 1;
          }
          const count = new Set([...voters].map((voter) => persons[voter])).size;
          expect(await votes.tallies([target])).toEqual([{ votes: count, viewers: count }]);
        }
      }),
      { numRuns: 15 },
    );
  });
}
