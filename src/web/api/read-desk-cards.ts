import { planToShow } from '../../generation/plan-to-show.ts';
import { memberKey, type PromptRequest, toInstant } from '../../requests/index.ts';
import type { DeskCard } from './contract.ts';
import { costToCome, deskCard } from './desk-card.ts';
import type { ReadRequestViews } from './read-request-views.ts';
import type { Viewer } from './viewer.ts';
import type { WebDependencies } from './web-dependencies.ts';

export type ReadDeskCards = (requests: readonly PromptRequest[], viewer: Viewer) => Promise<DeskCard[]>;

const RECENT = 5;
/** Enough to decide a small wave of the same at once. */
const SIMILAR = 10;
const MERGED = 10;

/** Cards of many requests at once: everything but what is similar is asked for all of them together. */
export function createReadDeskCards(
  dependencies: Pick<
    WebDependencies,
    | 'requests'
    | 'claims'
    | 'decisions'
    | 'clock'
    | 'enginesFor'
    | 'ledger'
    | 'purse'
    | 'readStrikes'
    | 'x'
    | 'stillUsd'
    | 'asksBack'
  >,
  readRequestViews: ReadRequestViews,
): ReadDeskCards {
  const { requests: store, claims, decisions, clock, ledger, purse, readStrikes, enginesFor } = dependencies;

  async function recentOf({ id, requester }: PromptRequest): Promise<PromptRequest[]> {
    const asked = await store.list({ requester: memberKey(requester), order: 'newest', limit: RECENT + 1 });
    return asked.filter((each) => each.id !== id).slice(0, RECENT);
  }

  async function limited(callId: string): Promise<DeskCard['budgets']> {
    return (await purse.standing([callId])).flatMap(({ scope, usedUsd, limitUsd }) =>
      limitUsd === null
        ? []
        : [{ of: scope.startsWith('call:') ? ('call' as const) : ('day' as const), usedUsd, limitUsd }],
    );
  }

  async function readMerged(requests: readonly PromptRequest[]) {
    const ids = requests.map(({ id }) => id);
    const [leads, counts] = await Promise.all([
      store.findMany(requests.flatMap(({ merged }) => merged?.into ?? [])),
      store.mergedCounts(ids),
    ]);
    const leadBy = new Map(leads.map((lead) => [lead.id, lead]));
    return Promise.all(
      requests.map(async ({ id, merged }, index) => {
        const count = counts[index] ?? 0;
        const [first, history] = await Promise.all([
          count === 0 ? [] : store.mergedInto(id, { limit: MERGED }),
          store.mergeHistory(id),
        ]);
        return { lead: leadBy.get(merged?.into ?? '') ?? null, count, first, history };
      }),
    );
  }

  return async (requests, viewer) => {
    const ids = requests.map(({ id }) => id);
    const readingHistories = store.histories(ids);
    const planning = Promise.all(
      requests.map(async (request, place) => {
        const [engines, histories] = await Promise.all([enginesFor(request.callId), readingHistories]);
        const plan = await planToShow(request, engines, histories[place] ?? []);
        const usd = costToCome(request, plan);
        return { engines, plan, full: await purse.fullFor(request.callId, usd) };
      }),
    );
    const members = [...new Set(requests.map(({ requester }) => memberKey(requester)))];
    const [histories, planned, held, records, strikes, similar, recent, money, budgets, waiting, merged] =
      await Promise.all([
        readingHistories,
        planning,
        claims.inForce(ids, toInstant(clock())),
        store.memberRecords(members),
        readStrikes(members),
        Promise.all(requests.map((request) => store.similar(request, SIMILAR))),
        Promise.all(requests.map((request) => recentOf(request))),
        ledger.ofRequests(ids),
        Promise.all(requests.map(({ callId }) => limited(callId))),
        decisions.all(),
        readMerged(requests),
      ]);
    const others = merged.flatMap(({ lead, first }) => (lead ? [lead, ...first] : first));
    const all = [...requests, ...similar.flat(), ...recent.flat(), ...others];
    const shown = new Map(all.map((request) => [request.id, request]));
    const views = new Map((await readRequestViews([...shown.values()], viewer)).map((view) => [view.id, view]));
    const recordBy = new Map(members.map((member, index) => [member, records[index]]));
    const strikesBy = new Map(members.map((member, index) => [member, strikes[index]]));
    return requests.flatMap((request, index) => {
      const view = views.get(request.id);
      const record = recordBy.get(memberKey(request.requester));
      const struck = strikesBy.get(memberKey(request.requester));
      const spent = money[index];
      const merging = merged[index];
      const making = planned[index];
      if (!view || !record || !struck || !spent || !merging || !making) return [];
      const beside = {
        ...{ view, record, strikes: struck },
        similar: (similar[index] ?? []).flatMap(({ id }) => views.get(id) ?? []),
        mergedInto: views.get(merging.lead?.id ?? '') ?? null,
        merged: { count: merging.count, first: merging.first.flatMap(({ id }) => views.get(id) ?? []) },
        mergeHistory: merging.history,
        recent: (recent[index] ?? []).flatMap(({ id }) => views.get(id) ?? []),
        budgets: budgets[index] ?? [],
        claim: held.find(({ requestId }) => requestId === request.id) ?? null,
        history: histories[index] ?? [],
        money: spent,
        ...making,
        decided: waiting.find(({ requestId }) => requestId === request.id) ?? null,
      };
      return [deskCard(request, beside, viewer, dependencies)];
    });
  };
}
