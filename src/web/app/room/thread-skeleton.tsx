import { Skeleton } from '@mantine/core';
import { useLanguage } from '../language/language-context.ts';
import styles from './thread-item.module.css';

const WIDTHS = ['62%', '80%', '48%'];

/** Where threads will stand. */
export function ThreadSkeleton() {
  const { say } = useLanguage();
  return (
    <div role="status">
      <span className="unseen">{say('loading')}</span>
      {WIDTHS.map((width) => (
        <div key={width} className={styles.post} aria-hidden="true">
          <Skeleton height={36} width={36} radius={12} />
          <div className={styles.body}>
            <Skeleton height={12} width={120} mb={12} />
            <Skeleton height={16} width={width} mb={26} />
          </div>
        </div>
      ))}
    </div>
  );
}
