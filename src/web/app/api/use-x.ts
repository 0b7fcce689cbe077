import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  AnnouncementAnswer,
  AnnouncementOrder,
  AnnouncementsPage,
  AskedView,
  PlatformMoney,
} from '../../api/contract-of-x.ts';
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

export function useAnnouncements(enabled = true) {
  return useQuery({
    enabled,
    queryKey: queryKeys.announcements,
    queryFn: ({ signal }) => callApi<AnnouncementsPage>('/desk/announcements', { signal }),
  });
}

export function useAnnounce() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (order: AnnouncementOrder) =>
      callApi<AnnouncementAnswer>('/desk/announcements', { method: 'POST', json: order }),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.announcements }),
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
