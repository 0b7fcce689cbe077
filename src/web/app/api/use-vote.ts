import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RequestView } from '../../api/contract.ts';
import { callApi } from './call-api.ts';
import { changeRequest } from './thread-cache.ts';

interface Tally {
  votes: number;
  viewers: number;
  voted: boolean;
}

/** Votes for a clip or supports a request, or takes that back; shown at once, and put right by the answer. */
export function useVote(target: 'request' | 'clip', { id, ...shown }: RequestView) {
  const client = useQueryClient();
  const before = target === 'clip' ? shown.clip : shown;
  const path = target === 'clip' ? `/clips/${id}/vote` : `/requests/${id}/vote`;
  const show = ({ votes, voted, viewers }: Partial<Tally> & Pick<Tally, 'votes' | 'voted'>) =>
    changeRequest(client, id, (request) => {
      if (target === 'request') return { ...request, votes, voted };
      if (!request.clip) return request;
      return { ...request, clip: { ...request.clip, votes, voted, viewers: viewers ?? request.clip.viewers } };
    });
  return useMutation({
    mutationFn: (vote: boolean) => callApi<Tally>(path, { method: vote ? 'PUT' : 'DELETE' }),
    onMutate: (vote) => {
      if (before) show({ votes: Math.max(0, before.votes + (vote ? 1 : -1)), voted: vote });
    },
    onSuccess: show,
    onError: () => {
      if (before) show({ votes: before.votes, voted: before.voted });
    },
  });
}
