import { join } from 'node:path';
import type { IncomingPost } from '../src/bots/chat-platform.ts';
import { createCollector } from '../src/bots/collect-requests.ts';
import { DEFAULT_READING_LIMITS } from '../src/bots/reading/index.ts';
import { NO_MORE_LIMITS, STANDING_CALL_ID } from '../src/calls/call.ts';
import { UNKNOWN_STANDING } from '../src/calls/standing.ts';
import { createRulesScreening } from '../src/moderation/screening/rules/rules-screening.ts';
import type { OpenRecords } from '../src/store/open-records.ts';
import { openStore } from '../src/store/open-store.ts';
import type { Store } from '../src/store/store.ts';
import type { Figure } from './figure.ts';
import { bareRowsPerSecond, openBare, perSecondOf } from './support/bare-rows.ts';
import { onEach, type Place } from './support/databases.ts';
import { createProcessorClock, load, median } from './support/processor-time.ts';

const EVENTS = 2000;
const ROUNDS = 3;
/** Posts that are being taken in at the same time, and commits that are under way in the bare case. */
const IN_FLIGHT = 200;
const MEMBERS = 1000;

const clock = () => new Date();
const PLACES = [
  'in the rain',
  'at dawn',
  'on a frozen lake',
  'above the clouds',
  'in an old library',
  'على شاطئ البحر',
];
const THINGS = [
  'a paper boat',
  'two foxes',
  'a lighthouse keeper',
  'a red balloon',
  'an owl with a lantern',
  'قطة صغيرة',
];

/** Posts that are in the records and screened, a second, against single rows that the same records commit. */
export async function figures(): Promise<Figure[]> {
  return onEach(async (place) => {
    // Open all the time, since PGlite is slow until its code is compiled; in turns, since the machine is not always as fast.
    const [bare, store] = [await openBare(place), await openIntake(place)];
    const rounds: { events: number; rows: number; processor: number }[] = [];
    await bareRows(bare, 'warm-up', EVENTS);
    await taken(store, 'warm-up', EVENTS);
    for (let round = 0; round < ROUNDS; round += 1) {
      const rows = await bareRows(bare, `round-${round}`, EVENTS);
      rounds.push({ rows, ...(await taken(store, `round-${round}`, EVENTS)) });
    }
    await bare.close();
    await store.close();
    const middle = (of: (round: (typeof rounds)[number]) => number) => median(rounds.map(of));
    return {
      name: place.name === 'PGlite' ? 'intake' : 'intake-postgresql',
      ...{ value: middle(({ events }) => events), limit: middle(({ rows }) => rows), unit: 'posts/s' },
      ...{ ratio: middle(({ events, rows }) => events / rows), target: 'ratio ≥ 0.5' },
      note: [
        `median of ${ROUNDS} runs of ${EVENTS} posts of ${MEMBERS} members, ${IN_FLIGHT} at a time in both, ${place.note}, ${load()}`,
        'each post is read, held against the caps, screened by the rules, and its request, two history entries and what near duplicates are found by are committed before its event counts; posts that wait share a commit, single rows do not',
        `${middle(({ processor }) => processor).toFixed(2)} ms of processor a post in this process`,
      ].join('; '),
    };
  });
}

async function openIntake({ databaseUrl, directory }: Place): Promise<Store> {
  const store = await openStore({ databaseUrl, directory: join(directory, 'intake') });
  await store.calls.save({
    id: STANDING_CALL_ID,
    theme: { en: 'Anything', ar: 'أي شيء' },
    opensAt: clock().toISOString(),
    closesAt: null,
    budgetUsd: null,
    caps: { openPerMember: EVENTS, perMemberPerDay: EVENTS * 4, ...NO_MORE_LIMITS },
    places: null,
    engine: null,
  });
  return store;
}

function bareRows(bare: OpenRecords, name: string, rows: number): Promise<number> {
  return bareRowsPerSecond(bare, { name, rows, inFlight: IN_FLIGHT, value: JSON.stringify(postOf(name, 0)) });
}

async function taken(store: Store, name: string, events: number) {
  let ids = 0;
  const collect = createCollector({
    readStrikes: async () => [],
    requests: store.requests,
    calls: store.calls,
    house: store.house,
    ownPosts: store.ownPosts,
    screening: createRulesScreening(),
    answer: async () => {},
    readingLimits: DEFAULT_READING_LIMITS,
    clock,
    newId: () => {
      ids += 1;
      return `${name}-${ids}`;
    },
  });
  const processorMs = createProcessorClock();
  const perSecond = await perSecondOf(events, IN_FLIGHT, (place) =>
    collect({ kind: 'mentioned', post: postOf(name, place) }),
  );
  const processor = processorMs() / events;
  const unscreened = await store.requests.count({ states: ['received'] });
  if (ids !== events || unscreened > 0) throw new Error(`${ids} of ${events} were taken in, ${unscreened} unscreened`);
  return { events: perSecond, processor };
}

function postOf(name: string, place: number): IncomingPost {
  const of = (words: readonly string[], step: number) => words[Math.floor(place / step) % words.length];
  return {
    ref: { platform: 'room', channel: 'room', id: `${name}-${place}` },
    author: { platform: 'room', id: `member-${place % MEMBERS}`, name: 'Salma' },
    standing: UNKNOWN_STANDING,
    text: `@opencall ${of(THINGS, 1)} number ${place} ${of(PLACES, THINGS.length)} --ar 9:16 --seconds 6`,
    picture: null,
    inReplyTo: null,
    language: 'en',
    postedAt: clock().toISOString(),
  };
}
