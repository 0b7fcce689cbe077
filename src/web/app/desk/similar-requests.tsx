import { Button } from '@mantine/core';
import type { RequestView } from '../../api/contract.ts';
import { useDecideTogether } from '../api/use-decisions.ts';
import { useLanguage } from '../language/language-context.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { StateMark } from '../parts/state-mark.tsx';
import styles from './request-card.module.css';

interface SimilarRequestsProps {
  request: RequestView;
  similar: readonly RequestView[];
  busy: boolean;
  onTogether: (ids: readonly string[]) => void;
}

/** What asks for nearly the same. Those that wait can be decided together with this one. */
export function SimilarRequests({ request, similar, busy, onTogether }: SimilarRequestsProps) {
  const { say } = useLanguage();
  const decide = useDecideTogether();
  const waiting = request.state === 'in-review' ? similar.filter(({ state }) => state === 'in-review') : [];
  return (
    <section className={styles.section}>
      <h2>{say('similar')}</h2>
      {waiting.length > 0 ? (
        <p className={styles.group}>
          {say('similarWaiting', { count: waiting.length })}
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => onTogether([request.id, ...waiting.map(({ id }) => id)])}
          >
            {say('decideTogether')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            disabled={busy}
            loading={decide.isPending}
            onClick={() =>
              decide.mutate({ ids: waiting.map(({ id }) => id), act: { action: 'merge', into: request.id } })
            }
          >
            {say('mergeAll', { count: waiting.length })}
          </Button>
        </p>
      ) : null}
      {decide.error ? <ProblemNotice error={decide.error} onClose={() => decide.reset()} /> : null}
      {decide.data && decide.data.left.length > 0 ? (
        <p role="status">{say('bulkLeft', { count: decide.data.left.length })}</p>
      ) : null}
      {similar.length === 0 ? <p className={styles.quiet}>{say('noSimilar')}</p> : null}
      <ul className={styles.similar}>
        {similar.map((each) => (
          <li key={each.id}>
            <StateMark state={each.state} />
            <p dir="auto">{each.prompt}</p>
            <bdi className={styles.quiet}>{each.requesterName}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}
