import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { TranslationView } from '../../api/contract-of-translation.ts';
import { callApi } from './call-api.ts';
import { queryKeys } from './query-keys.ts';

/** The prompt of a request in the language of the page, where there is or can be one. */
export function useTranslation({ id, prompt }: { id: string; prompt: string }, language: string) {
  return useQuery({
    // The prompt may be edited by its requester meanwhile.
    queryKey: queryKeys.translation(id, language, prompt),
    queryFn: ({ signal }) => callApi<TranslationView>(`/desk/requests/${id}/translation`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useTranslate({ id, prompt }: { id: string; prompt: string }, language: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => callApi<TranslationView>(`/desk/requests/${id}/translation`, { method: 'POST' }),
    onSuccess: (made) => client.setQueryData(queryKeys.translation(id, language, prompt), made),
  });
}
