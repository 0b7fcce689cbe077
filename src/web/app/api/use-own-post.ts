import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RequestView, ThreadView } from '../../api/contract.ts';
import type { Language } from '../language/language.ts';
import { callApi } from './call-api.ts';
import { queryKeys } from './query-keys.ts';
import { keepThread } from './thread-cache.ts';
import { useSendOnce } from './use-send-once.ts';

/** Changes what one asked for, before it is decided. */
export function useEditPost(postId: string) {
  const client = useQueryClient();
  return useSendOnce({
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

/** Answers what a curator asked; the mention is what the bot hears. */
export function useAnswerPost(postId: string) {
  const client = useQueryClient();
  return useSendOnce({
    mutationFn: ({ words, locale }: { words: string; locale: Language }) => {
      const form = new FormData();
      form.set('text', `@opencall ${words}`);
      form.set('locale', locale);
      form.set('inReplyTo', postId);
      return callApi<ThreadView>('/room/posts', { method: 'POST', form });
    },
    onSuccess: (thread) => keepThread(client, thread),
  });
}

/** Asks for a second look at what came to nothing; `postId`: where it is shown in the room, null: nowhere there. */
export function useAppeal(requestId: string, postId: string | null) {
  const client = useQueryClient();
  return useSendOnce({
    mutationFn: (words: string) =>
      callApi<RequestView>(`/requests/${requestId}/appeal`, { method: 'POST', json: { words } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: queryKeys.everyMine });
      if (postId !== null) keepThread(client, await callApi<ThreadView>(`/room/threads/${postId}`));
    },
  });
}
