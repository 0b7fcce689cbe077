import { Button } from '@mantine/core';
import { Link } from 'react-router';
import type { Self } from '../../api/contract-of-mine.ts';
import { useOwnRequests } from '../api/use-mine.ts';
import { useLanguage } from '../language/language-context.ts';
import { PaperScene } from '../parts/paper-scene.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import styles from './mine-page.module.css';
import { OwnRequestCard } from './own-request-card.tsx';

/** All that one asked for, newest first. */
export function OwnRequests({ self }: { self: Self }) {
  const { say } = useLanguage();
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useOwnRequests(self.platform);
  const pages = data?.pages ?? [];
  // What was asked meanwhile moves the others on to the next page.
  const requests = [...new Map(pages.flatMap((page) => page.requests).map((each) => [each.id, each])).values()];
  return (
    <section aria-labelledby="mine-requests" className={styles.section}>
      <h2 id="mine-requests">{say('mineRequests', { count: pages.at(-1)?.total ?? self.asked })}</h2>
      {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
      {data && requests.length === 0 ? (
        <div className={styles.empty}>
          <PaperScene />
          <p>{say('emptyMine')}</p>
          {self.platform === 'room' ? (
            <Button component={Link} to="/">
              {say('askSomething')}
            </Button>
          ) : null}
        </div>
      ) : null}
      <ol className={styles.list}>
        {requests.map((request) => (
          <OwnRequestCard key={request.id} request={request} />
        ))}
      </ol>
      {hasNextPage ? (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {say('more')}
        </Button>
      ) : null}
    </section>
  );
}
