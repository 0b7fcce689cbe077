import { Skeleton } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { DeskCard } from '../../api/contract.ts';
import type { DeskView } from '../api/query-keys.ts';
import type { useDesk } from '../api/use-desk.ts';
import { useLanguage } from '../language/language-context.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { QueueLine } from './queue-line.tsx';
import styles from './request-queue.module.css';

interface RequestQueueProps {
  queue: ReturnType<typeof useDesk>;
  cards: readonly DeskCard[];
  view: DeskView;
  openId: string | null;
  onOpen: (id: string) => void;
}

const LINES = ['a', 'b', 'c', 'd', 'e'];

export function RequestQueue({ queue, cards, view, openId, onOpen }: RequestQueueProps) {
  const { say } = useLanguage();
  const list = useRef<HTMLOListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another one is open, it is brought into view
  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [openId]);
  return (
    <nav className={styles.queue} aria-label={say('queue')}>
      {queue.error ? <ProblemNotice error={queue.error} onRetry={() => void queue.refetch()} /> : null}
      {queue.isPending ? (
        <div aria-hidden="true">
          {LINES.map((line) => (
            <Skeleton key={line} height={68} mb={8} radius={9} />
          ))}
        </div>
      ) : null}
      <ol ref={list}>
        {cards.map((card) => (
          <QueueLine
            key={card.request.id}
            card={card}
            showState={view === 'decided'}
            open={card.request.id === openId}
            onOpen={() => onOpen(card.request.id)}
          />
        ))}
      </ol>
      {queue.hasNextPage ? (
        <button
          type="button"
          className={styles.more}
          disabled={queue.isFetchingNextPage}
          onClick={() => void queue.fetchNextPage()}
        >
          {say('more')}
        </button>
      ) : null}
    </nav>
  );
}
