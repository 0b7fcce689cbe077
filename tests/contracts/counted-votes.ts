import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Member, memberKey } from '../../src/requests/index.ts';
import type { Store } from '../../src/store/store.ts';
import { type Pair, pairKey, pairOf } from '../../src/voting/duel-store.ts';
import { at, create, type StoreOf, someAsked } from './store-samples.ts';
import { DELIVERED } from './vote-store.ts';

const MEMBERS = 3;
const REQUESTS = 3;
const KINDS = ['clip', 'request'] as const;
type Kind = (typeof KINDS)[number] | 'duel';

interface About {
  kind: Kind;
  target: string;
  voter: string;
}

const asked = fc.record({ by: fc.nat(MEMBERS - 1), into: fc.option(fc.nat(REQUESTS - 1), { freq: 2 }) });
const member = fc.nat(MEMBERS - 1);
const clip = fc.nat(REQUESTS - 1);
const voting = fc.oneof(
  fc.record({ act: fc.constant('vote' as const), kind: fc.constantFrom(...KINDS), member, clip }),
  fc.record({ act: fc.constant('see' as const), member, clip }),
  fc.record({ act: fc.constant('answer' as const), member, clip, other: clip }),
);
const joining = fc.record({ act: fc.constant('join' as const), member, other: member });
const parting = fc.record({ act: fc.constant('part' as const), member });
const holding = fc.record({
  ...{ act: fc.constant('hold' as const), kind: fc.constantFrom(...KINDS, 'duel' as const) },
  ...{ member, clip, other: clip, released: fc.boolean() },
});
const step = fc.oneof(voting, joining, parting, holding);
/** Most is cast before accounts are joined: after it, a second vote or one for their own is refused anyway. */
const steps = fc
  .tuple(
    fc.array(voting, { minLength: 8, maxLength: 24 }),
    fc.array(fc.oneof(joining, holding), { minLength: 1, maxLength: 6 }),
    fc.array(step, { maxLength: 8 }),
  )
  .map((parts) => parts.flat());
type Step = typeof step extends fc.Arbitrary<infer Taken> ? Taken : never;

/** What counts, vote by vote as it is meant, beside what the records count of all at once. */
export function countedVotesContract(open: StoreOf): void {
  it('count each vote as if it were looked at alone, however accounts are joined, clips shared and votes held', async () => {
    const requests = fc.array(asked, { minLength: REQUESTS, maxLength: REQUESTS });
    await fc.assert(
      fc.asyncProperty(requests, steps, async (chosen, taken) => {
        const community = await createCommunity(open(), chosen);
        for (const [moment, each] of taken.entries()) await community.take(each, moment);
        expect(await community.counted()).toEqual(community.meant());
      }),
      { numRuns: 60 },
    );
  });
}

async function createCommunity(store: Store, chosen: readonly { by: number; into: number | null }[]) {
  const { votes, duels, joining, voteCases } = store;
  const callId = someAsked().id;
  const members = Array.from({ length: MEMBERS }, (): Member => ({ platform: 'room', id: someAsked().id, name: 'M' }));
  const keys = members.map(memberKey);
  const persons = members.map((_, place) => place);
  const requests: { id: string; by: string; clip: string }[] = [];
  for (const { by, into } of chosen) {
    const lead = into === null ? undefined : requests[into];
    const merged = [
      'prompt-screened',
      { kind: 'merged', into: lead?.id ?? '', curator: null },
      'fate-shared',
      'reply-posted',
    ] as const;
    const { id } = await create(
      store,
      someAsked({ callId, requester: members[by] as Member }),
      ...(lead ? merged : DELIVERED),
    );
    requests.push({ id, by: keys[by] as string, clip: lead?.clip ?? id });
  }
  const cast: About[] = [];
  const seen: About[] = [];
  const answers: (About & Pair & { answer: 'first' | 'second' })[] = [];
  const held: (About & { standing: 'held' | 'released' })[] = [];

  const keyOf = (place: number) => keys[place] as string;
  const requestAt = (place: number) => requests[place] as (typeof requests)[number];
  const accountsOf = (voter: string) => keys.filter((_, place) => persons[place] === persons[keys.indexOf(voter)]);
  const isOwn = (voter: string, kind: Kind, target: string) =>
    requests.some(
      ({ id, by, clip }) => accountsOf(voter).includes(by) && (id === target || (kind === 'clip' && clip === target)),
    );
  const same = (one: About, kind: Kind, target: string) => one.kind === kind && one.target === target;
  const isSilent = ({ kind, target, voter }: About) =>
    held.some((row) => row.standing === 'held' && same(row, kind, target) && accountsOf(voter).includes(row.voter));
  const isJoined = (voter: string) => accountsOf(voter).length > 1;
  const isFirst = (vote: About, all: readonly About[]) =>
    all.find((each) => same(each, vote.kind, vote.target) && accountsOf(vote.voter).includes(each.voter)) === vote;
  const countsOf = (vote: About) =>
    !isSilent(vote) && isFirst(vote, cast) && !(isJoined(vote.voter) && isOwn(vote.voter, vote.kind, vote.target));
  const personsOf = (rows: readonly About[]) => new Set(rows.map(({ voter }) => persons[keys.indexOf(voter)]));
  const targets = requests.flatMap(({ id }) => KINDS.map((kind) => ({ kind, id })));

  return {
    async take(taken: Step, moment: number): Promise<void> {
      const voter = keyOf(taken.member);
      if (taken.act === 'vote') {
        const { id, clip } = requestAt(taken.clip);
        const target = taken.kind === 'clip' ? clip : id;
        // Each a moment later than the one before: the first is the first.
        const outcome = await votes.cast({ kind: taken.kind, id }, voter, at(moment));
        if (outcome === 'cast') cast.push({ kind: taken.kind, target, voter });
      } else if (taken.act === 'see') {
        const { id, clip } = requestAt(taken.clip);
        await votes.see(id, voter, at(moment));
        if (!isOwn(voter, 'clip', clip)) seen.push({ kind: 'clip', target: clip, voter });
      } else if (taken.act === 'answer') {
        const pair = pairOf(requestAt(taken.clip).clip, requestAt(taken.other).clip);
        const answer = moment % 2 === 0 ? 'first' : 'second';
        const outcome = await duels.answer(voter, { ...pair, callId, answer, at: at(moment) });
        if (outcome === 'answered') answers.push({ kind: 'duel', target: pairKey(pair), voter, ...pair, answer });
      } else if (taken.act === 'join') {
        const [code, other] = [someAsked().id, members[taken.other] as Member];
        await joining.offer(code, { member: members[taken.member] as Member, onlyFor: null, until: at(600) });
        const joined = { member: other, calledInPublic: null, person: code, at: at(moment), mostAccounts: MEMBERS };
        await joining.join(code, joined);
        const before = persons[taken.other];
        for (const [place, person] of persons.entries())
          if (person === before) persons[place] = persons[taken.member] ?? 0;
      } else if (taken.act === 'part') {
        await joining.part(voter, at(moment));
        persons[taken.member] = Math.max(...persons) + 1;
      } else {
        const { id, clip } = requestAt(taken.clip);
        const pair = pairKey(pairOf(clip, requestAt(taken.other).clip));
        const target = { clip, request: id, duel: pair }[taken.kind];
        if (held.some((row) => same(row, taken.kind, target) && row.voter === voter)) return;
        const caseId = someAsked().id;
        const vote = { row: `${taken.kind} ${target} ${voter}`, target: caseId, voter, owner: '', at: 0, since: 0 };
        await voteCases.hold(caseId, { pattern: 'ring', votes: [vote] }, at(moment));
        if (taken.released) await voteCases.settle(caseId, 'released', { curator: 'Noor', reason: '', at: at(moment) });
        held.push({ kind: taken.kind, target, voter, standing: taken.released ? 'released' : 'held' });
      }
    },
    async counted() {
      const sums = await duels.sums(callId);
      return {
        tallies: await votes.tallies(targets),
        duels: sums
          .flatMap((sum) => [
            ...Array.from({ length: sum.firstWins }, () => `${pairKey(sum)} first`),
            ...Array.from({ length: sum.secondWins }, () => `${pairKey(sum)} second`),
          ])
          .toSorted(),
      };
    },
    meant() {
      return {
        tallies: requests.flatMap(({ id, clip }) =>
          KINDS.map((kind) => {
            const target = kind === 'clip' ? clip : id;
            const counted = cast.filter((vote) => same(vote, kind, target) && countsOf(vote));
            const viewers = seen.filter(
              (view) =>
                same(view, kind, target) &&
                !isSilent(view) &&
                !(isJoined(view.voter) && isOwn(view.voter, kind, target)),
            );
            return { votes: counted.length, viewers: personsOf([...counted, ...viewers]).size };
          }),
        ),
        duels: answers
          .filter(
            (each) =>
              !isSilent(each) &&
              isFirst(each, answers) &&
              !(isJoined(each.voter) && [each.first, each.second].some((one) => isOwn(each.voter, 'clip', one))),
          )
          .map(({ target, answer }) => `${target} ${answer}`)
          .toSorted(),
      };
    },
  };
}
