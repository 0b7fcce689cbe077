import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { DeskAnswer, DeskCard, DeskCounts, DeskPage } from '../../api/contract.ts';
import type { DeskAction } from '../../api/contract-of-actions.ts';
import { callApi } from './call-api.ts';
import { dropLine } from './desk-cache.ts';
import { type DeskOrder, type DeskView, queryKeys } from './query-keys.ts';

export function useDesk(view: DeskView, order: DeskOrder) {
  return useInfiniteQuery({
    queryKey: queryKeys.desk(view, order),
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      callApi<DeskPage>(`/desk?view=${view}&order=${order}${pageParam && `&after=${pageParam}`}`, { signal }),
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
}

export function useDeskCounts() {
  return useQuery({
    queryKey: queryKeys.deskCounts,
    queryFn: ({ signal }) => callApi<DeskCounts>('/desk/counts', { signal }),
  });
}

/** One card, read by itself so that it stays on the desk when the queue moves on. */
export function useDeskCard(id: string | null) {
  return useQuery({
    queryKey: queryKeys.deskCard(id ?? ''),
    queryFn: ({ signal }) => callApi<DeskCard>(`/desk/requests/${id}`, { signal }),
    enabled: id !== null,
  });
}

export function useDeskAction() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, act }: { id: string; act: DeskAction }) =>
      callApi<DeskAnswer>(`/desk/requests/${id}`, { method: 'POST', json: act }),
    onSuccess: ({ card, outcome, effectAt }, { act }) => {
      client.setQueryData(queryKeys.deskCard(card.request.id), card);
      if (act.action === 'claim' || act.action === 'release') return;
      const moved = card.request.state !== 'in-review' && outcome !== 'one-more-needed';
      if (effectAt !== null || moved) dropLine(client, card.request.id);
      if (effectAt !== null) void client.invalidateQueries({ queryKey: queryKeys.decisions });
      void client.invalidateQueries({ queryKey: queryKeys.deskCounts });
    },
  });
}

/** Lifts a strike of the requester whose card is open, or counts it again. */
export function useStrike(cardId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, act }: { id: string; act: DeskAction }) =>
      callApi<DeskAnswer>(`/desk/requests/${id}`, { method: 'POST', json: act }),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.deskCard(cardId) }),
  });
}
