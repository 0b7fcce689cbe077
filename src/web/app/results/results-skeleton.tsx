import { Skeleton } from '@mantine/core';
import { useLanguage } from '../language/language-context.ts';
import styles from './results-page.module.css';

const CARDS = ['a', 'b', 'c', 'd', 'e', 'f'];

export function ResultsSkeleton() {
  const { say } = useLanguage();
  return (
    <div role="status">
      <span className="unseen">{say('loading')}</span>
      <div className={styles.grid} aria-hidden="true">
        {CARDS.map((card) => (
          <div key={card} className={styles.card}>
            <Skeleton style={{ aspectRatio: '4 / 3' }} height="auto" radius={14} />
            <Skeleton height={16} width="85%" />
            <Skeleton height={13} width="45%" />
          </div>
        ))}
      </div>
    </div>
  );
}
