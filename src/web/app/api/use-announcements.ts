import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AnnouncementAnswer, AnnouncementOrder, AnnouncementsPage } from '../../api/contract-of-announcing.ts';
import { callApi } from './call-api.ts';
import { queryKeys } from './query-keys.ts';

export function useAnnouncements(enabled: boolean) {
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
