import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SettlingVotes, VoteCases } from '../../api/contract-of-votes.ts';
import { callApi } from './call-api.ts';
import { keepAnswer } from './keep-answer.ts';
import { queryKeys } from './query-keys.ts';

/** Votes that look agreed upon; for leads. */
export function useVoteCases() {
  return useQuery({
    queryKey: queryKeys.voteCases,
    queryFn: ({ signal }) => callApi<VoteCases>('/desk/vote-cases', { signal }),
  });
}

export function useSettleVotes() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...json }: SettlingVotes & { id: string }) =>
      callApi<VoteCases>(`/desk/vote-cases/${id}`, { method: 'POST', json }),
    onSuccess: (cases) => keepAnswer(client, queryKeys.voteCases, cases),
  });
}
