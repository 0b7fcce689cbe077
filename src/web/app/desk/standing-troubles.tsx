import type { DeskCounts } from '../../api/contract.ts';
import { Ago } from '../parts/ago.tsx';
import styles from './standing-troubles.module.css';

/** What keeps the bot from its work until a person mends it; nothing where nothing does. */
export function StandingTroubles({ troubles }: Pick<DeskCounts, 'troubles'>) {
  if (troubles.length === 0) return null;
  return (
    <ul role="status" className={styles.troubles}>
      {troubles.map(({ since, text }) => (
        <li key={`${since} ${text}`}>
          <span dir="auto">{text}</span> <Ago at={since} />
        </li>
      ))}
    </ul>
  );
}
