import {
  type InfiniteData,
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { RequestView } from '../../api/contract.ts';
import type { DeletedView, MineView, OwnRequest, OwnRequestsPage } from '../../api/contract-of-mine.ts';
import { callApi } from './call-api.ts';
import { queryKeys } from './query-keys.ts';

/** Who I am here, and elsewhere by signing in. */
export function useMine() {
  return useQuery({ queryKey: queryKeys.mine, queryFn: ({ signal }) => callApi<MineView>('/mine', { signal }) });
}

type LoadedOwnRequests = InfiniteData<OwnRequestsPage, number>;

export function useOwnRequests(platform: string) {
  return useInfiniteQuery({
    queryKey: queryKeys.ownRequests(platform),
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) =>
      callApi<OwnRequestsPage>(`/mine/${platform}/requests?offset=${pageParam}`, { signal }),
    getNextPageParam: (last, pages) => {
      const seen = pages.reduce((sum, page) => sum + page.requests.length, 0);
      return last.requests.length > 0 && seen < last.total ? seen : null;
    },
  });
}

/** Every request of one's own that is loaded. */
export function loadedOwnRequests(client: QueryClient): OwnRequest[] {
  const all = client.getQueriesData<LoadedOwnRequests>({ queryKey: queryKeys.everyOwnRequests });
  return all.flatMap(([, loaded]) => loaded?.pages.flatMap((page) => page.requests) ?? []);
}

/** Takes a request back, or its clip down. */
export function useWithdraw(requestId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => callApi<RequestView>(`/requests/${requestId}/withdraw`, { method: 'POST' }),
    onSuccess: () => client.invalidateQueries(),
  });
}

export function useDeleteEverything(platform: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => callApi<DeletedView>(`/mine/${platform}`, { method: 'DELETE' }),
    // Also who one is here is somebody else now.
    onSuccess: () => client.invalidateQueries(),
  });
}

export function useLeaveAccount(platform: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => callApi<undefined>(`/mine/${platform}/session`, { method: 'DELETE' }),
    onSettled: () => client.invalidateQueries(),
  });
}
