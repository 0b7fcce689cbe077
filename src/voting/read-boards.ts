import type { Clock } from '../requests/index.ts';
import { type DuelBoard, drawBoard } from './duel-board.ts';
import type { DuelStore } from './duel-store.ts';

/** The newest clips of a call, at most; who comes later than so many others is still voted for. */
const MOST_CLIPS = 500;
/** A board that is drawn in less, in milliseconds, is drawn whenever an answer came. */
const QUICK_MS = 25;
/** One that takes longer is at least so many times as old as that: drawing takes a small share of the time. */
const SHARE_OF_TIME = 20;

export interface ReadBoard extends DuelBoard {
  /** The requester's `memberKey` of each clip. */
  requesters: ReadonlyMap<string, string>;
}

interface Kept {
  mark: string;
  board: ReadBoard;
  lookAgainAt: number;
}

export type ReadDuelBoard = (callId: string) => Promise<ReadBoard>;

/** Boards by call, drawn from the rows anew where they changed. */
export function createReadBoards({ duels, clock }: { duels: DuelStore; clock: Clock }): ReadDuelBoard {
  const kept = new Map<string, Promise<Kept>>();

  async function look(callId: string, before: Kept | null): Promise<Kept> {
    const [mark, clips] = await Promise.all([duels.mark(callId), duels.contenders(callId, MOST_CLIPS)]);
    const whole = [mark, ...clips.map(({ id }) => id)].join(' ');
    const now = clock().getTime();
    if (before?.mark === whole) return before;
    const sums = await duels.sums(callId);
    const began = performance.now();
    const ids = clips.map(({ id }) => id);
    const requesters = new Map(clips.map(({ id, requester }) => [id, requester]));
    const board = { ...(await drawBoard(ids, sums)), requesters };
    const took = performance.now() - began;
    return { mark: whole, board, lookAgainAt: now + (took < QUICK_MS ? 0 : SHARE_OF_TIME * took) };
  }

  return async (callId) => {
    const last = kept.get(callId);
    const before = last ? await last.catch(() => null) : null;
    if (before && before.lookAgainAt > clock().getTime()) return before.board;
    // Who comes while it is drawn waits for the same.
    const current = kept.get(callId);
    if (current !== last && current) return (await current).board;
    const looking = look(callId, before);
    kept.set(callId, looking);
    looking.catch(() => kept.delete(callId));
    return (await looking).board;
  };
}
