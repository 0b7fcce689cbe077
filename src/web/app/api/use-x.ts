import { useQuery } from '@tanstack/react-query';
import type { AskedView, PlatformMoney } from '../../api/contract-of-x.ts';
import { callApi } from './call-api.ts';
import { queryKeys } from './query-keys.ts';

const EVERY_MS = 60_000;

/** What X cost today; for those who may know it. */
export function useXMoney(enabled: boolean) {
  return useQuery({
    queryKey: queryKeys.xMoney,
    queryFn: ({ signal }) => callApi<PlatformMoney>('/desk/money/x', { signal }),
    enabled,
    refetchInterval: EVERY_MS,
  });
}

/** How what was asked in a post on X stands; looked at again while it is on its way. */
export function useAsked(post: string | null) {
  return useQuery({
    queryKey: queryKeys.asked(post ?? ''),
    queryFn: ({ signal }) => callApi<AskedView>(`/asked/x/${post}`, { signal }),
    enabled: post !== null,
    retry: false,
    refetchInterval: EVERY_MS,
  });
}
