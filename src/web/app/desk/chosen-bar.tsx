import { Button } from '@mantine/core';
import { useLanguage } from '../language/language-context.ts';
import type { Together } from './decide-together.tsx';
import styles from './request-queue.module.css';

interface ChosenBarProps {
  count: number;
  onDecide: (how: Together) => void;
  onNone: () => void;
}

/** What is to be done with several requests at once. */
export function ChosenBar({ count, onDecide, onNone }: ChosenBarProps) {
  const { say } = useLanguage();
  return (
    <section className={styles.chosen} aria-label={say('chosen', { count })}>
      <p role="status">{say('chosen', { count })}</p>
      <Button size="compact-sm" onClick={() => onDecide('approve')}>
        {say('bulkApprove')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => onDecide('decline')}>
        {say('bulkDecline')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => onDecide('hold')}>
        {say('bulkHold')}
      </Button>
      <Button size="compact-sm" variant="subtle" onClick={onNone}>
        {say('chooseNone')}
      </Button>
    </section>
  );
}
