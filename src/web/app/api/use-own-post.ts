import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ThreadView } from '../../api/contract.ts';
import { callApi } from './call-api.ts';
import { keepThread } from './thread-cache.ts';

/** Changes what one asked for, before it is decided. */
export function useEditPost(postId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (text: string) => callApi<ThreadView>(`/room/posts/${postId}`, { method: 'PATCH', json: { text } }),
    onSuccess: (thread) => keepThread(client, thread),
  });
}

/** Takes a post back and with it the request. */
export function useWithdrawPost(postId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => callApi<undefined>(`/room/posts/${postId}`, { method: 'DELETE' }),
    onSuccess: async () => keepThread(client, await callApi<ThreadView>(`/room/threads/${postId}`)),
  });
}
