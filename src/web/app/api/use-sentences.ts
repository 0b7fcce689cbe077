import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { DeclineReason } from '../../../wording/decline-reasons.ts';
import type { DeclineSentences } from '../../api/contract-of-sentences.ts';
import { callApi } from './call-api.ts';
import { keepAnswer } from './keep-answer.ts';
import { queryKeys } from './query-keys.ts';
import { useSendOnce } from './use-send-once.ts';

export interface NewSentence {
  reason: DeclineReason;
  en: string;
  ar: string;
  shared: boolean;
}

export function useSentences() {
  return useQuery({
    queryKey: queryKeys.sentences,
    queryFn: ({ signal }) => callApi<DeclineSentences>('/desk/sentences', { signal }),
  });
}

/** Writes one anew, where its id is given. */
export function useWriteSentence() {
  const client = useQueryClient();
  return useSendOnce({
    mutationFn: ({ id, shared, ...words }: NewSentence & { id: string | null }) =>
      id === null
        ? callApi<DeclineSentences>('/desk/sentences', { method: 'POST', json: { ...words, shared } })
        : callApi<DeclineSentences>(`/desk/sentences/${id}`, { method: 'PUT', json: words }),
    onSuccess: (list) => keepAnswer(client, queryKeys.sentences, list),
  });
}

export function useRemoveSentence() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => callApi<undefined>(`/desk/sentences/${id}`, { method: 'DELETE' }),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.sentences }),
  });
}
