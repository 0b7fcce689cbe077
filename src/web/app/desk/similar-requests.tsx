import { Button } from '@mantine/core';
import type { RequestView } from '../../api/contract.ts';
import { useLanguage } from '../language/language-context.ts';
import { StateMark } from '../parts/state-mark.tsx';
import styles from './request-card.module.css';

interface SimilarRequestsProps {
  request: RequestView;
  similar: readonly RequestView[];
  onTogether: (ids: readonly string[]) => void;
}

/** What asks for nearly the same. Those that wait can be decided together with this one. */
export function SimilarRequests({ request, similar, onTogether }: SimilarRequestsProps) {
  const { say } = useLanguage();
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
        </p>
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
