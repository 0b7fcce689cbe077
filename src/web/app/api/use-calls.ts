import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ChangingCall, DeskCall, DeskCalls, OpeningCall } from '../../api/contract-of-calls.ts';
import { callApi } from './call-api.ts';
import { queryKeys } from './query-keys.ts';
import { useSendOnce } from './use-send-once.ts';

/** How often one sees a call fill, in milliseconds. */
const EVERY_MS = 4000;

export function useDeskCalls() {
  return useQuery({
    queryKey: queryKeys.deskCalls,
    queryFn: ({ signal }) => callApi<DeskCalls>('/desk/calls', { signal }),
    refetchInterval: EVERY_MS,
  });
}

export type CallAct =
  | { act: 'open'; plan: OpeningCall }
  | { act: 'change'; id: string; terms: ChangingCall }
  | { act: 'pause' | 'resume' | 'close' | 'drop-picture'; id: string }
  | { act: 'picture'; id: string; picture: File };

export function useCallAct() {
  const client = useQueryClient();
  return useSendOnce({
    mutationFn: (what: CallAct) => send(what),
    onSuccess: () =>
      Promise.all(
        [queryKeys.deskCalls, queryKeys.announcements, queryKeys.room].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      ),
  });
}

function send(what: CallAct): Promise<DeskCall> {
  if (what.act === 'open') return callApi('/desk/calls', { method: 'POST', json: what.plan });
  const path = `/desk/calls/${what.id}`;
  switch (what.act) {
    case 'change':
      return callApi(path, { method: 'PATCH', json: what.terms });
    case 'pause':
    case 'resume':
      return callApi(`${path}/pause`, { method: 'POST', json: { paused: what.act === 'pause' } });
    case 'close':
      return callApi(`${path}/close`, { method: 'POST' });
    case 'drop-picture':
      return callApi(`${path}/picture`, { method: 'DELETE' });
    case 'picture': {
      const form = new FormData();
      form.set('picture', what.picture, what.picture.name);
      return callApi(`${path}/picture`, { method: 'PUT', form });
    }
    default:
      return what satisfies never;
  }
}
