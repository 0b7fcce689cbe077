import { EventEmitter } from 'node:events';
import type { PickRules, WorkRow, WorkStore } from '../../src/queue/work-store.ts';
import {
  type Change,
  type Clock,
  type Commit,
  type HistoryEntry,
  LEISURELY_STEP,
  memberKey,
  type PromptRequest,
  type RequestStore,
  TAKEN_AT_BIRTH,
  toInstant,
  type WorkTicket,
  workId,
} from '../../src/requests/index.ts';

type FakeRow = WorkRow & {
  state: 'open' | 'queued' | 'running';
  queuedAt: string | null;
  leaseUntil: string | null;
  error: string | null;
  order: number;
};

export interface FakeRecords {
  work: WorkStore;
  requests: RequestStore;
}

/** Requests, histories and work rows in memory, with the compare-and-set of the real ones. */
export function createFakeRecords(clock: Clock): FakeRecords {
  const requests = new Map<string, PromptRequest>();
  const histories = new Map<string, HistoryEntry[]>();
  const rows = new Map<string, FakeRow>();
  const news = new EventEmitter();
  let saved = 0;

  function write({ request, entry, work, takes = null }: Change & Pick<Commit, 'takes'>): void {
    requests.set(request.id, request);
    histories.set(request.id, [...(histories.get(request.id) ?? []), entry]);
    for (const each of work) {
      const id = workId(request.id, request.version, each);
      const afterMs = 'afterMs' in each ? each.afterMs : 0;
      saved += 1;
      rows.set(id, {
        id,
        epoch: takes?.step === each.step ? TAKEN_AT_BIRTH : 0,
        requestId: request.id,
        work: each,
        attempt: 1,
        dueAt: toInstant(new Date(clock().getTime() + afterMs)),
        state: takes?.step === each.step ? 'running' : 'open',
        queuedAt: null,
        leaseUntil: takes?.step === each.step ? takes.leaseUntil : null,
        error: null,
        order: saved,
      });
    }
    if (work.length > 0) news.emit('news');
  }

  const running = (ticket: WorkTicket) => {
    const row = rows.get(ticket.id);
    return row && row.epoch === ticket.epoch && row.state === 'running' ? row : null;
  };
  const inState = (state: FakeRow['state']) => [...rows.values()].filter((row) => row.state === state);
  const outward = ({ id, epoch, requestId, work, attempt, dueAt }: FakeRow): WorkRow => ({
    id,
    epoch,
    requestId,
    work,
    attempt,
    dueAt,
  });
  const reopen = (row: FakeRow) => {
    if (row.state === 'running') row.attempt += 1;
    row.state = 'open';
    row.leaseUntil = null;
  };
  const underWay = () => {
    const generating = [...requests.values()].filter(({ state }) => state === 'generating');
    const starting = [...rows.values()].filter(({ work, state }) => work.step === 'start-clip' && state !== 'open');
    const ids = new Set([...generating.map(({ id }) => id), ...starting.map(({ requestId }) => requestId)]);
    return [...ids].flatMap((id) => requests.get(id) ?? []);
  };

  function pick({ limit, startable, inFlightPerMember, now }: PickRules): WorkRow[] {
    const due = inState('open')
      .filter((row) => row.dueAt <= now)
      .sort((a, b) => Number(a.work.step === 'start-clip') - Number(b.work.step === 'start-clip') || a.order - b.order);
    const inFlight = new Map<string, number>();
    const count = (key: string, by: number) => inFlight.set(key, (inFlight.get(key) ?? 0) + by);
    for (const { requester } of underWay()) count(memberKey(requester), 1);
    let starts = 0;
    const isLeisurely = (row: FakeRow) => row.work.step === LEISURELY_STEP;
    let leisurely = [...inState('queued'), ...inState('running')].filter(isLeisurely).length;
    const picked = due.filter((row) => {
      if (isLeisurely(row)) {
        leisurely += 1;
        return leisurely === 1;
      }
      if (row.work.step !== 'start-clip') return true;
      const request = requests.get(row.requestId);
      const member = request ? memberKey(request.requester) : '';
      if (starts >= startable || (inFlight.get(member) ?? 0) >= inFlightPerMember) return false;
      starts += 1;
      count(member, 1);
      return true;
    });
    return picked.slice(0, limit).map((row) => {
      row.state = 'queued';
      row.epoch += 1;
      row.queuedAt = now;
      return outward(row);
    });
  }

  const work: WorkStore = {
    pick: async (rules) => pick(rules),
    async take(tickets, leaseUntil) {
      return tickets.flatMap((ticket) => {
        const row = rows.get(ticket.id);
        const request = row && requests.get(row.requestId);
        if (!row || !request || row.epoch !== ticket.epoch || row.state !== 'queued') return [];
        row.state = 'running';
        row.leaseUntil = leaseUntil;
        return [{ row: outward(row), request }];
      });
    },
    isCurrent: async (ticket) => rows.get(ticket.id)?.epoch === ticket.epoch,
    async renew(tickets, leaseUntil) {
      for (const ticket of tickets) {
        const row = running(ticket);
        if (row) row.leaseUntil = leaseUntil;
      }
    },
    async postpone(ticket, { dueAt, attempt, error }) {
      const row = running(ticket);
      if (!row) return false;
      Object.assign(row, { state: 'open', dueAt, attempt, error, leaseUntil: null });
      news.emit('news');
      return true;
    },
    async complete(ticket) {
      return running(ticket) !== null && rows.delete(ticket.id);
    },
    async queuedBefore(instant, limit) {
      return inState('queued')
        .filter(({ queuedAt }) => queuedAt !== null && queuedAt < instant)
        .slice(0, limit)
        .map(outward);
    },
    async reopen(tickets) {
      const ours = tickets.flatMap((ticket) => {
        const row = rows.get(ticket.id);
        return row && row.epoch === ticket.epoch && row.state === 'queued' ? [row] : [];
      });
      ours.forEach(reopen);
      return ours.length;
    },
    async reopenExpired(now) {
      const expired = inState('running').filter(({ leaseUntil }) => leaseUntil !== null && leaseUntil < now);
      expired.forEach(reopen);
      return expired.length;
    },
    async reopenAll() {
      const taken = [...inState('queued'), ...inState('running')];
      taken.forEach(reopen);
      return taken.length;
    },
    async nextDue() {
      return inState('open')
        .map(({ dueAt }) => dueAt)
        .reduce<string | null>((least, dueAt) => (least === null || dueAt < least ? dueAt : least), null);
    },
    startsUnderWay: async () => underWay().length,
    counts: async () => ({
      open: inState('open').length,
      queued: inState('queued').length,
      running: inState('running').length,
    }),
    onNews(callback) {
      news.on('news', callback);
      return () => news.off('news', callback);
    },
  };

  const requestStore: Pick<RequestStore, 'create' | 'save' | 'find' | 'list' | 'history'> = {
    async create(arrivals) {
      for (const changes of arrivals) for (const change of changes) write(change);
      return arrivals.map(() => 'created' as const);
    },
    async save({ completes, ...change }) {
      if (completes && !running(completes)) return 'superseded';
      const stored = requests.get(change.request.id);
      if (stored?.version !== change.request.version - 1) return 'stale';
      if (completes) rows.delete(completes.id);
      write(change);
      return 'saved';
    },
    find: async (id) => requests.get(id) ?? null,
    list: async ({ limit }) => [...requests.values()].slice(0, limit),
    history: async (id) => histories.get(id) ?? [],
  };

  return { work, requests: requestStore as RequestStore };
}
