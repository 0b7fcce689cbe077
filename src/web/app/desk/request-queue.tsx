import { Skeleton } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { DeskLine } from '../../api/contract.ts';
import type { DeskView } from '../api/query-keys.ts';
import type { useDesk } from '../api/use-desk.ts';
import { useLanguage } from '../language/language-context.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { ChosenBar } from './chosen-bar.tsx';
import type { Together } from './decide-together.tsx';
import { QueueLine } from './queue-line.tsx';
import styles from './request-queue.module.css';

interface RequestQueueProps {
  queue: ReturnType<typeof useDesk>;
  lines: readonly DeskLine[];
  view: DeskView;
  openId: string | null;
  /** Those that are to be decided together. */
  chosen: ReadonlySet<string>;
  onOpen: (id: string) => void;
  onChoose: (id: string) => void;
  onTogether: (how: Together) => void;
  onNone: () => void;
}

const LINES = ['a', 'b', 'c', 'd', 'e'];
/** Two lines of text with what stands below them, in pixels; each is measured once it is drawn. */
const USUAL_HEIGHT = 88;
/** The next page is asked for when so few lines are left below. */
const ASK_WITHIN = 30;

/** The queue, of which only what is seen is drawn: it may be a hundred thousand long. */
export function RequestQueue(props: RequestQueueProps) {
  const { queue, lines, view, openId, chosen, onOpen, onChoose, onTogether, onNone } = props;
  const { say } = useLanguage();
  const scroller = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => USUAL_HEIGHT,
    getItemKey: (place) => lines[place]?.id ?? place,
    overscan: 8,
  });
  const drawn = virtual.getVirtualItems();
  const openPlace = lines.findIndex(({ id }) => id === openId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another one is open, it is brought into view
  useEffect(() => {
    if (openPlace !== -1) virtual.scrollToIndex(openPlace, { align: 'auto' });
  }, [openId]);
  const last = drawn.at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, isPlaceholderData, fetchNextPage } = queue;
  const goOn = hasNextPage && !isFetchingNextPage && !isPlaceholderData && last >= lines.length - ASK_WITHIN;
  useEffect(() => {
    if (goOn) void fetchNextPage();
  }, [goOn, fetchNextPage]);

  return (
    <nav ref={scroller} className={styles.queue} aria-label={say('queue')}>
      {chosen.size > 0 ? <ChosenBar count={chosen.size} onDecide={onTogether} onNone={onNone} /> : null}
      {queue.error ? <ProblemNotice error={queue.error} onRetry={() => void queue.refetch()} /> : null}
      {queue.isPending ? (
        <div aria-hidden="true">
          {LINES.map((line) => (
            <Skeleton key={line} height={68} mb={8} radius={9} />
          ))}
        </div>
      ) : null}
      <ol style={{ height: virtual.getTotalSize() }}>
        {drawn.map(({ key, index, start }) => {
          const line = lines[index];
          return line ? (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              aria-posinset={index + 1}
              aria-setsize={hasNextPage ? -1 : lines.length}
              style={{ transform: `translateY(${start}px)` }}
            >
              <QueueLine
                line={line}
                showState={view === 'decided'}
                open={line.id === openId}
                chosen={view === 'waiting' ? chosen.has(line.id) : null}
                onOpen={onOpen}
                onChoose={onChoose}
              />
            </li>
          ) : null;
        })}
      </ol>
      {isFetchingNextPage ? <Skeleton height={68} mb={8} radius={9} /> : null}
    </nav>
  );
}
