import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import type { ThreadPage } from '../../api/contract.ts';
import { callApi } from './call-api.ts';
import { queryKeys, type Whose } from './query-keys.ts';

export type LoadedThreads = InfiniteData<ThreadPage, string | null>;

/** The threads of the room, newest first; `fetchNextPage` brings older ones. */
export function useThreads(whose: Whose) {
  return useInfiniteQuery({
    queryKey: queryKeys.threads(whose),
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams();
      if (pageParam !== null) query.set('before', pageParam);
      if (whose === 'mine') query.set('mine', 'true');
      return callApi<ThreadPage>(`/room/threads?${query}`, { signal });
    },
    getNextPageParam: (page) => page.before,
  });
}
