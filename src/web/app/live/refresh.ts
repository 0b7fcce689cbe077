import type { QueryClient } from '@tanstack/react-query';
import type { DeskCard, RequestView, ThreadView } from '../../api/contract.ts';
import { callApi } from '../api/call-api.ts';
import { dropLine, refreshDesk } from '../api/desk-cache.ts';
import { queryKeys } from '../api/query-keys.ts';
import { changeRequest, keepThread, loadedThreads } from '../api/thread-cache.ts';
import { loadedOwnRequests } from '../api/use-mine.ts';
import { watchVotes } from '../api/use-vote.ts';
import { runOnceEach } from './run-once-each.ts';

/** At most one reading of what many share (the queue, places in line) in this time, in milliseconds. */
const SHARED_EVERY_MS = 1500;

const CARD_EVERY_MS = 500;

/** Reads again what events say has changed, as far as it is shown. */
export function createRefresh(client: QueryClient) {
  /** The state each request was last told to be in: only a new one moves the line and the desk. */
  const lastTold = new Map<string, RequestView['state']>();
  const readThread = runOnceEach(async (id) => keepThread(client, await callApi<ThreadView>(`/room/threads/${id}`)));
  const readRequest = runOnceEach(async (id) => {
    const hasVoted = watchVotes(client, id);
    const read = await callApi<RequestView>(`/requests/${id}`);
    changeRequest(client, id, (shown) => {
      if (read.version < shown.version) return shown;
      return hasVoted() ? withVotesOf(shown, read) : read;
    });
  });
  const readDesk = runOnceEach(async () => {
    await refreshDesk(client);
    await pause(SHARED_EVERY_MS);
  });
  /** A still, a storyboard or a shot that comes leaves the state as it is, and a curator waits for it. */
  const readCard = runOnceEach(async (id) => {
    await client.invalidateQueries({ queryKey: queryKeys.deskCard(id) });
    await pause(CARD_EVERY_MS);
  });
  /** When one request moves, the places of those that wait behind it move too. */
  const readLine = runOnceEach(async () => {
    await pause(SHARED_EVERY_MS);
    for (const { request } of loadedThreads(client))
      if (request && request.placeInLine !== null) readRequest(request.id);
    await client.invalidateQueries({ queryKey: queryKeys.room });
  });

  const readMine = runOnceEach(async () => {
    await client.invalidateQueries({ queryKey: queryKeys.everyOwnRequests });
    await pause(SHARED_EVERY_MS);
  });
  /** Also where another one moves: those that wait behind it come nearer. */
  const movesMine = (id: string, isNew: boolean) =>
    loadedOwnRequests(client).some((own) => own.id === id || (isNew && own.placeInLine !== null));

  return {
    thread: readThread,
    desk: () => readDesk('desk'),
    request({ id, state, version }: { id: string; state: RequestView['state']; version: number }) {
      const shown = loadedThreads(client).find(({ request }) => request?.id === id)?.request;
      if (shown && shown.version < version) readRequest(id);
      const card = client.getQueryData<DeskCard>(queryKeys.deskCard(id));
      if (card && card.request.version < version) readCard(id);
      const isNew = lastTold.get(id) !== state;
      if (movesMine(id, isNew)) readMine('mine');
      if (!isNew) return;
      lastTold.set(id, state);
      if (state !== 'in-review') dropLine(client, id);
      readLine('line');
      readDesk('desk');
    },
    /** After an absence whose events cannot be had any more. */
    everything: () => void client.invalidateQueries(),
  };
}

/** What was read, with the votes as they are shown. */
function withVotesOf(shown: RequestView, read: RequestView): RequestView {
  const { votes, voted } = shown;
  const clip = read.clip && shown.clip && { ...read.clip, votes: shown.clip.votes, voted: shown.clip.voted };
  return { ...read, votes, voted, clip: clip ?? read.clip };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
