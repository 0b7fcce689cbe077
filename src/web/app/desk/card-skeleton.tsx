import { Skeleton } from '@mantine/core';
import { useLanguage } from '../language/language-context.ts';

export function CardSkeleton() {
  const { say } = useLanguage();
  return (
    <div role="status">
      <span className="unseen">{say('loading')}</span>
      <Skeleton height={14} width="35%" mb={18} />
      <Skeleton height={26} width="90%" mb={10} />
      <Skeleton height={26} width="60%" mb={28} />
      <Skeleton height={120} mb={16} />
      <Skeleton height={120} />
    </div>
  );
}
