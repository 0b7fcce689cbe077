import type { RequestView } from '../../api/contract.ts';
import { useLanguage } from '../language/language-context.ts';
import { StateMark } from '../parts/state-mark.tsx';
import styles from './request-card.module.css';

/** What else the same person asked for lately. */
export function RecentRequests({ recent }: { recent: readonly RequestView[] }) {
  const { say } = useLanguage();
  if (recent.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2>{say('recent')}</h2>
      <ul className={styles.similar}>
        {recent.map((each) => (
          <li key={each.id}>
            <StateMark state={each.state} />
            <p dir="auto">{each.prompt}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
