import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { DecidedTogether, DecidingTogether, Undone, WaitingDecisions } from '../../api/contract-of-decisions.ts';
import { callApi } from './call-api.ts';
import { dropLine, refreshDesk } from './desk-cache.ts';
import { queryKeys } from './query-keys.ts';
import { useSendOnce } from './use-send-once.ts';

/** One's own decisions that can still be taken back. */
export function useDecisions() {
  return useQuery({
    queryKey: queryKeys.decisions,
    queryFn: ({ signal }) => callApi<WaitingDecisions>('/desk/decisions', { signal }),
  });
}

export function useUndo() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ids: string[]) => callApi<Undone>('/desk/undo', { method: 'POST', json: { ids } }),
    onSettled: () => refreshDesk(client),
  });
}

export function useDecideTogether() {
  const client = useQueryClient();
  return useSendOnce({
    mutationFn: (json: DecidingTogether) => callApi<DecidedTogether>('/desk/requests', { method: 'POST', json }),
    onSuccess: async ({ done }, { act }) => {
      if (act.action !== 'escalate') for (const id of done) dropLine(client, id);
      await refreshDesk(client);
    },
  });
}
