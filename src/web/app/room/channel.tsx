import { useEffect, useMemo, useRef } from 'react';
import type { Whose } from '../api/query-keys.ts';
import { useThreads } from '../api/use-threads.ts';
import { useLanguage } from '../language/language-context.ts';
import { PaperScene } from '../parts/paper-scene.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { AnnouncementItem } from './announcement-item.tsx';
import styles from './channel.module.css';
import { ThreadItem } from './thread-item.tsx';
import { ThreadSkeleton } from './thread-skeleton.tsx';

/**
 * The threads, oldest on top. The scroller is a reversed column with one child: its resting place is the bottom, so
 * new threads stay in view and older ones are added above without a jump, while the order of reading stays natural.
 */
export function Channel({ whose }: { whose: Whose }) {
  const { say } = useLanguage();
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useThreads(whose);
  const threads = useMemo(() => (data?.pages.flatMap((page) => page.threads) ?? []).toReversed(), [data]);
  const top = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const mark = top.current;
    if (!mark || !hasNextPage || isFetchingNextPage) return;
    const seen = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting) void fetchNextPage();
    });
    seen.observe(mark);
    return () => seen.disconnect();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroller must be reachable for those who scroll by keys
    <section className={styles.scroller} tabIndex={0} aria-label={say('threads')}>
      <div className={styles.content}>
        {error && !data ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
        {isPending && !error ? <ThreadSkeleton /> : null}
        {data && hasNextPage ? (
          <div ref={top} className={styles.older}>
            <button type="button" onClick={() => void fetchNextPage()} disabled={isFetchingNextPage}>
              {say(isFetchingNextPage ? 'loadingOlder' : 'older')}
            </button>
          </div>
        ) : null}
        {data && !hasNextPage ? <Beginning empty={threads.length === 0} whose={whose} /> : null}
        <ol className={styles.threads}>
          {threads.map((thread) =>
            thread.post.kind === 'announcement' ? (
              <AnnouncementItem key={thread.post.id} thread={thread} />
            ) : (
              <ThreadItem key={thread.post.id} thread={thread} />
            ),
          )}
        </ol>
      </div>
    </section>
  );
}

function Beginning({ empty, whose }: { empty: boolean; whose: Whose }) {
  const { say } = useLanguage();
  const first = whose === 'mine' ? 'emptyMine' : 'emptyRoom';
  return (
    <div className={styles.beginning}>
      <div className={styles.scene}>
        <PaperScene />
      </div>
      <h2>{empty ? say(first) : say(whose === 'mine' ? 'filterMine' : 'beginning')}</h2>
      <p>{say('roomLead')}</p>
    </div>
  );
}
