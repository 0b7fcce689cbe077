import { useQuery } from '@tanstack/react-query';
import type { RequestView } from '../../api/contract.ts';
import { callApi } from './call-api.ts';
import { queryKeys } from './query-keys.ts';

/** How a request stands; null: none is asked for. */
export function useRequest(id: string | null) {
  return useQuery({
    queryKey: queryKeys.request(id ?? ''),
    queryFn: ({ signal }) => callApi<RequestView>(`/requests/${encodeURIComponent(id ?? '')}`, { signal }),
    enabled: id !== null,
  });
}
