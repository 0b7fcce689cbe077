import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { AnnouncementAnswer, AnnouncementOrder, AnnouncementsPage } from '../../api/contract-of-announcing.ts';
import { callApi } from './call-api.ts';
import { queryKeys } from './query-keys.ts';
import { useSendOnce } from './use-send-once.ts';

const EVERY_MS = 30_000;

export function useAnnouncements(enabled: boolean) {
  return useQuery({
    enabled,
    queryKey: queryKeys.announcements,
    // A planned call opens, and who won is found, while one looks.
    refetchInterval: EVERY_MS,
    queryFn: ({ signal }) => callApi<AnnouncementsPage>('/desk/announcements', { signal }),
  });
}

export function useAnnounce() {
  const client = useQueryClient();
  return useSendOnce({
    mutationFn: (order: AnnouncementOrder) =>
      callApi<AnnouncementAnswer>('/desk/announcements', { method: 'POST', json: order }),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.announcements }),
  });
}
