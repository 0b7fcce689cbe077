import type { QueryClient } from '@tanstack/react-query';
import type { RequestView, ThreadView } from '../../api/contract.ts';
import { queryKeys, type Whose } from './query-keys.ts';
import type { LoadedThreads } from './use-threads.ts';

const WHOSE: readonly Whose[] = ['all', 'mine'];

/** Puts a thread in its place among those that are loaded: where it stood, or first when it is new. */
export function keepThread(client: QueryClient, thread: ThreadView): void {
  for (const whose of WHOSE) {
    client.setQueryData<LoadedThreads>(queryKeys.threads(whose), (loaded) => {
      if (!loaded || (whose === 'mine' && !thread.post.mine)) return loaded;
      return placeThread(loaded, thread);
    });
  }
}

function placeThread(loaded: LoadedThreads, thread: ThreadView): LoadedThreads {
  const isIt = ({ post }: ThreadView) => post.id === thread.post.id;
  if (loaded.pages.some((page) => page.threads.some(isIt))) {
    return {
      ...loaded,
      pages: loaded.pages.map((page) => ({
        ...page,
        threads: page.threads.map((one) => (isIt(one) ? withNewest(one, thread) : one)),
      })),
    };
  }
  const [first, ...older] = loaded.pages;
  const newest = first?.threads[0];
  if (!first || (newest && newest.post.postedAt > thread.post.postedAt)) return loaded;
  return { ...loaded, pages: [{ ...first, threads: [thread, ...first.threads] }, ...older] };
}

/** A thread and a request of it are read apart: what is read of the thread may be older than the request that is shown. */
function withNewest(shown: ThreadView, thread: ThreadView): ThreadView {
  const { request } = shown;
  const isOlder = request && thread.request?.id === request.id && thread.request.version < request.version;
  return isOlder ? { ...thread, request } : thread;
}

/** Every loaded thread, in no order. */
export function loadedThreads(client: QueryClient): ThreadView[] {
  return WHOSE.flatMap((whose) => {
    const loaded = client.getQueryData<LoadedThreads>(queryKeys.threads(whose));
    return loaded?.pages.flatMap((page) => page.threads) ?? [];
  });
}

/** Changes a request wherever it is shown in the room. */
export function changeRequest(client: QueryClient, id: string, change: (request: RequestView) => RequestView): void {
  for (const whose of WHOSE) {
    client.setQueryData<LoadedThreads>(queryKeys.threads(whose), (loaded) =>
      loaded?.pages.some((page) => page.threads.some(({ request }) => request?.id === id))
        ? { ...loaded, pages: loaded.pages.map((page) => ({ ...page, threads: page.threads.map(inThread) })) }
        : loaded,
    );
  }

  function inThread(thread: ThreadView): ThreadView {
    return thread.request?.id === id ? { ...thread, request: change(thread.request) } : thread;
  }
}
