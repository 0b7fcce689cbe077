import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import type { RequestView } from '../../api/contract.ts';
import type { Support } from '../../api/contract-of-gallery.ts';
import { callApi } from './call-api.ts';
import { changeRequest } from './thread-cache.ts';

const voteKey = (requestId: string) => ['vote', requestId] as const;

/** Says later whether a vote for the request or its clip was on its way meanwhile: what was read then may not know of it. */
export function watchVotes(client: QueryClient, requestId: string): () => boolean {
  const mutationKey = voteKey(requestId);
  const since = Date.now();
  const already = client.isMutating({ mutationKey }) > 0;
  const castSince = () =>
    client
      .getMutationCache()
      .findAll({ mutationKey })
      .some((vote) => vote.state.submittedAt >= since);
  return () => already || castSince();
}

/**
 * Votes for a clip or supports a request, or takes that back; shown at once, and put right by the answer. Who changes
 * their mind before the answer is there is heard too: the votes of one target are sent one after another, and only the
 * last answer is shown.
 */
export function useVote(target: 'request' | 'clip', { id, ...shown }: RequestView) {
  const client = useQueryClient();
  const before = target === 'clip' ? shown.clip : shown;
  const path = target === 'clip' ? `/clips/${id}/vote` : `/requests/${id}/vote`;
  const show = ({ votes, voted, ...rest }: Partial<Support> & Pick<Support, 'votes' | 'voted'>) =>
    changeRequest(client, id, (request) => {
      if (target === 'request') return { ...request, votes, voted };
      if (!request.clip) return request;
      return { ...request, clip: { ...request.clip, ...rest, votes, voted } };
    });
  const mutationKey = [...voteKey(id), target];
  const isLast = () => client.isMutating({ mutationKey }) <= 1;
  return useMutation({
    mutationKey,
    scope: { id: path },
    mutationFn: (vote: boolean) => callApi<Support>(path, { method: vote ? 'PUT' : 'DELETE' }),
    onMutate: (vote) => {
      if (before) show({ votes: Math.max(0, before.votes + (vote ? 1 : -1)), voted: vote });
      return before && { votes: before.votes, voted: before.voted };
    },
    onSuccess: (tally) => {
      if (isLast()) show(tally);
    },
    onError: (_error, _vote, shownBefore) => {
      if (shownBefore && isLast()) show(shownBefore);
    },
  });
}
