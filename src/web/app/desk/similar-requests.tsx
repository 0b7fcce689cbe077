import type { RequestView } from '../../api/contract.ts';
import { useLanguage } from '../language/language-context.ts';
import { StateMark } from '../parts/state-mark.tsx';
import styles from './request-card.module.css';

export function SimilarRequests({ similar }: { similar: readonly RequestView[] }) {
  const { say } = useLanguage();
  return (
    <section className={styles.section}>
      <h2>{say('similar')}</h2>
      {similar.length === 0 ? <p className={styles.quiet}>{say('noSimilar')}</p> : null}
      <ul className={styles.similar}>
        {similar.map((request) => (
          <li key={request.id}>
            <StateMark state={request.state} />
            <p dir="auto">{request.prompt}</p>
            <bdi className={styles.quiet}>{request.requesterName}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}
