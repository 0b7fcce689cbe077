import { Skeleton } from '@mantine/core';
import { useLanguage } from '../language/language-context.ts';
import styles from './plain-page.module.css';

export function PageSkeleton() {
  const { say } = useLanguage();
  return (
    <div className={styles.page}>
      <span className="unseen">{say('loading')}</span>
      <Skeleton height={34} width="40%" mb="md" />
      <Skeleton height={16} width="70%" mb="xl" />
      <Skeleton height={220} />
    </div>
  );
}
