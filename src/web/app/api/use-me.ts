import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { VisitorView } from '../../api/contract.ts';
import { callApi } from './call-api.ts';
import { keepAnswer } from './keep-answer.ts';
import { queryKeys } from './query-keys.ts';
import { useSendOnce } from './use-send-once.ts';

export function useMe() {
  return useQuery({ queryKey: queryKeys.me, queryFn: ({ signal }) => callApi<VisitorView>('/me', { signal }) });
}

export function useChangeName() {
  const client = useQueryClient();
  return useSendOnce({
    mutationFn: (name: string) => callApi<VisitorView>('/me', { method: 'PATCH', json: { name } }),
    onSuccess: (me) => {
      keepAnswer(client, queryKeys.me, me);
      void client.invalidateQueries({ queryKey: queryKeys.everyThreads });
    },
  });
}

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (token: string) => callApi<VisitorView>('/desk/session', { method: 'POST', json: { token } }),
    onSuccess: (me) => keepAnswer(client, queryKeys.me, me),
  });
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => callApi<VisitorView | undefined>('/desk/session', { method: 'DELETE' }),
    onSettled: () => {
      client.removeQueries({ queryKey: queryKeys.everyDesk });
      return client.invalidateQueries({ queryKey: queryKeys.me });
    },
  });
}
