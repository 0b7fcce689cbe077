import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SeededAnswers } from '../../api/contract-of-seeded.ts';
import { callApi } from './call-api.ts';
import { queryKeys } from './query-keys.ts';

/** What one decided that was a check. */
export function useSeeded() {
  return useQuery({
    queryKey: queryKeys.seeded,
    queryFn: ({ signal }) => callApi<SeededAnswers>('/desk/seeded', { signal }),
  });
}

export function useSeededSeen() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ids: readonly string[]) => callApi<undefined>('/desk/seeded', { method: 'POST', json: { ids } }),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.seeded }),
  });
}
