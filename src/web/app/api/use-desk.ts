import {
  infiniteQueryOptions,
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { DeskAnswer, DeskCard, DeskCounts, DeskPage } from '../../api/contract.ts';
import type { DeskAction } from '../../api/contract-of-actions.ts';
import { callApi } from './call-api.ts';
import { dropLine } from './desk-cache.ts';
import { keepAnswer } from './keep-answer.ts';
import { type DeskOrder, type DeskView, queryKeys } from './query-keys.ts';

/** `opens`: the first card is to be opened, so it comes with the first answer. */
export function deskQuery(view: DeskView, order: DeskOrder, opens: boolean) {
  const queryKey = queryKeys.desk(view, order);
  return infiniteQueryOptions({
    queryKey,
    initialPageParam: '',
    async queryFn({ pageParam, signal, client }) {
      const first = opens && client.getQueryData(queryKey) === undefined ? '&first=card' : '';
      const after = pageParam && `&after=${pageParam}`;
      const page = await callApi<DeskPage>(`/desk?view=${view}&order=${order}${first}${after}`, { signal });
      if (page.first) client.setQueryData(queryKeys.deskCard(page.first.request.id), page.first);
      return page;
    },
    getNextPageParam: ({ next }) => next,
  });
}

export function useDesk(view: DeskView, order: DeskOrder, opens: boolean) {
  return useInfiniteQuery({ ...deskQuery(view, order, opens), placeholderData: keepPreviousData });
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
      keepAnswer(client, queryKeys.deskCard(card.request.id), card);
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
