import { Button } from '@mantine/core';
import { useLanguage } from '../language/language-context.ts';
import styles from './desk.module.css';

/** Suggests a break; nothing is kept from whoever goes on. */
export function BreakNote({ count, onRested }: { count: number; onRested: () => void }) {
  const { say } = useLanguage();
  return (
    <section role="status" className={styles.notice}>
      <strong>{say('breakTitle')}</strong> {say('breakHint', { count })}{' '}
      <Button size="compact-sm" variant="default" onClick={onRested}>
        {say('breakTaken')}
      </Button>
    </section>
  );
}
