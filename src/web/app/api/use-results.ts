import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import type { ResultsPage } from '../../api/contract.ts';
import { callApi } from './call-api.ts';
import { queryKeys, type ResultsOrder, type ResultsWindow } from './query-keys.ts';

export type LoadedResults = InfiniteData<ResultsPage, number>;

export function useResults(order: ResultsOrder, window: ResultsWindow) {
  return useInfiniteQuery({
    queryKey: queryKeys.results(order, window),
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) =>
      callApi<ResultsPage>(`/results?order=${order}&window=${window}&offset=${pageParam}`, { signal }),
    getNextPageParam: (last, pages) => {
      const seen = pages.reduce((sum, page) => sum + page.results.length, 0);
      return last.results.length > 0 && seen < last.total ? seen : null;
    },
  });
}
