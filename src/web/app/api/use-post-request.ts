import { useQueryClient } from '@tanstack/react-query';
import type { ThreadView } from '../../api/contract.ts';
import type { Language } from '../language/language.ts';
import { callApi } from './call-api.ts';
import { keepThread } from './thread-cache.ts';
import { useSendOnce } from './use-send-once.ts';

export interface NewPost {
  text: string;
  locale: Language;
  picture: File | null;
  /** The request whose clip is to be made anew; null: none. */
  remixOf: string | null;
}

/** Writes a post into the room. */
export function usePostRequest() {
  const client = useQueryClient();
  return useSendOnce({
    mutationFn: ({ text, locale, picture, remixOf }: NewPost) => {
      const form = new FormData();
      form.set('text', text);
      form.set('locale', locale);
      if (remixOf !== null) form.set('remixOf', remixOf);
      if (picture) form.set('picture', picture, picture.name);
      return callApi<ThreadView>('/room/posts', { method: 'POST', form });
    },
    onSuccess: (thread) => keepThread(client, thread),
  });
}
