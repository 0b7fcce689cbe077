import { setTimeout as delay } from 'node:timers/promises';
import { createAlarm } from '../../queue/alarm.ts';
import { type PromptRequest, SETTLED_STATES } from '../../requests/index.ts';
import { progressOf } from '../../wording/say-status.ts';
import type { App } from '../compose.ts';
import type { CallArguments } from './arguments.ts';

export interface CallProgress {
  done: number;
  of: number;
  delivered: number;
  /** How far the clips in the making are, together, in clips. */
  underWay: number;
}

export interface Following {
  app: App;
  /** The requests of the file's lines, as they are now. */
  requests: readonly PromptRequest[];
  approve: CallArguments['approve'];
  /** How many lines there are, those that became no request too. */
  of: number;
  onProgress: (progress: CallProgress) => void;
  signal: AbortSignal;
}

const CURATOR = 'command line';
const OPERATOR = 'operator';
/** News comes with every step of every clip; drawing the bar more often than this would help nobody. */
const LOOK_EVERY_MS = 200;
const LOOK_ANYWAY_MS = 30_000;
const ENTRIES = 500;

/**
 * Approves as told, tries once more what failed in an earlier run, and follows the history until every request is
 * settled or left for a curator, or the signal comes.
 */
export async function followRequests({ app, requests, approve, of, onProgress, signal }: Following): Promise<void> {
  const { store } = app.parts;
  const alarm = createAlarm();
  const stopNews = store.history.onNews(alarm.ring);
  signal.addEventListener('abort', alarm.ring, { once: true });
  const known = new Map(requests.map((request) => [request.id, request]));
  let cursor = await store.history.end();
  // What changed before that cursor was taken is looked at once.
  await look([...known.keys()]);
  const approved = new Set<string>();

  async function look(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      const request = known.has(id) ? await store.requests.find(id) : null;
      if (request) known.set(id, request);
    }
  }

  async function retry(): Promise<void> {
    const failed = [...known.values()].filter(({ state }) => state === 'failed');
    for (const { id } of failed) await act(id, 'retry');
  }

  async function approveWhatWaits(): Promise<void> {
    const waiting = [...known.values()].filter(
      (request) =>
        request.state === 'in-review' &&
        (approve === 'all' || request.verdict.outcome === 'allow') &&
        !approved.has(request.id),
    );
    for (const { id } of waiting) {
      if (signal.aborted) return;
      approved.add(id);
      await act(id, 'approve');
      // Where policies ask for two: it was the operator who asked for all, and who sets what policies ask for.
      if (known.get(id)?.state === 'in-review') await act(id, 'approve', OPERATOR);
    }
  }

  async function act(id: string, action: 'retry' | 'approve', by = CURATOR): Promise<void> {
    await app.desk.act(id, by, { action });
    await look([id]);
  }

  function report(): boolean {
    const all = [...known.values()];
    const open = all.filter((request) => !isSettled(request));
    const delivered = all.filter(({ state }) => state === 'delivered').length;
    onProgress({ done: of - open.length, of, delivered, underWay: sum(open.map(shareMade)) });
    return open.length === 0;
  }

  try {
    await retry();
    await approveWhatWaits();
    while (!report() && !signal.aborted) {
      await alarm.sleep(LOOK_ANYWAY_MS);
      await delay(LOOK_EVERY_MS, undefined, { signal }).catch(() => {});
      const page = await store.history.read(cursor, ENTRIES);
      cursor = page.cursor;
      await look([...new Set(page.entries.map(({ requestId }) => requestId))]);
      await approveWhatWaits();
      if (page.entries.length === ENTRIES) alarm.ring();
    }
  } finally {
    stopNews();
  }
}

/** Nothing more happens to it by itself: it is settled, or only a person can go on. */
function isSettled(request: PromptRequest): boolean {
  if (SETTLED_STATES.some((state) => state === request.state)) return true;
  if (request.state === 'in-review') return true;
  if (request.state === 'finishing') return request.clipVerdict?.outcome === 'review';
  return request.state === 'generating' && request.shots.some(({ state }) => state === 'uncertain');
}

function shareMade(request: PromptRequest): number {
  if (request.state === 'finishing' || request.state === 'ready') return 1;
  if (request.state !== 'generating') return 0;
  return progressOf(request.shots);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
