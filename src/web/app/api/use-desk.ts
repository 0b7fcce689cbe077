import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { DeskAction, DeskAnswer, DeskCard, DeskPage } from '../../api/contract.ts';
import { callApi } from './call-api.ts';
import { type DeskOrder, type DeskView, queryKeys } from './query-keys.ts';

/** How many cards the interface gives at once. */
const FULL_PAGE = 20;

export function useDesk(view: DeskView, order: DeskOrder) {
  return useInfiniteQuery({
    queryKey: queryKeys.desk(view, order),
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) =>
      callApi<DeskPage>(`/desk?view=${view}&order=${order}&offset=${pageParam}`, { signal }),
    getNextPageParam: (last, pages) => {
      const seen = pages.reduce((sum, page) => sum + page.cards.length, 0);
      const all = view === 'decided' ? Number.POSITIVE_INFINITY : last.counts[view];
      const short = last.cards.length === 0 || last.cards.length < (pages[0]?.cards.length ?? 0);
      return short || seen >= all || seen < FULL_PAGE ? null : seen;
    },
    placeholderData: keepPreviousData,
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
    onSuccess: ({ card }, { act }) => {
      client.setQueryData(queryKeys.deskCard(card.request.id), card);
      if (act.action !== 'claim') void client.invalidateQueries({ queryKey: ['desk', 'page'] });
    },
  });
}
