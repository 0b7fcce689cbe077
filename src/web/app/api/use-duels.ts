import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { DuelAnswerSent, DuelBoardPage, DuelPage } from '../../api/contract-of-duels.ts';
import { callApi } from './call-api.ts';
import { queryKeys } from './query-keys.ts';

/** Others compare too. */
const BOARD_EVERY_MS = 15_000;

const inCall = (call: string | null) => (call === null ? '' : `?${new URLSearchParams({ call })}`);

/** The two clips to compare; they stay until they are answered. */
export function useDuel(call: string | null) {
  return useQuery({
    queryKey: queryKeys.duels(call),
    queryFn: ({ signal }) => callApi<DuelPage>(`/duels${inCall(call)}`, { signal }),
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

export function useAnswerDuel(call: string | null) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (json: DuelAnswerSent) => callApi<DuelPage>('/duels', { method: 'POST', json }),
    onSuccess: (next) => {
      client.setQueryData(queryKeys.duels(call), next);
      void client.invalidateQueries({ queryKey: queryKeys.everyDuelBoard });
    },
    // One of the two may be gone: then there are others.
    onError: () => void client.invalidateQueries({ queryKey: queryKeys.duels(call) }),
  });
}

export function useDuelBoard(call: string | null) {
  return useQuery({
    queryKey: queryKeys.duelBoard(call),
    queryFn: ({ signal }) => callApi<DuelBoardPage>(`/duels/board${inCall(call)}`, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: BOARD_EVERY_MS,
  });
}
