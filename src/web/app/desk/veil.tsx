import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useLanguage } from '../language/language-context.ts';
import styles from './veil.module.css';

/** Blurred and without colour until a curator chooses to look. What is behind it can be neither played nor reached before. */
export function Veil({ down, children }: { down: boolean; children: ReactNode }) {
  const { say } = useLanguage();
  const [lifted, setLifted] = useState(false);
  if (!down || lifted) return children;
  return (
    <div className={styles.veil}>
      <div className={styles.behind} inert>
        {children}
      </div>
      <Button variant="default" className={styles.lift} onClick={() => setLifted(true)}>
        {say('liftVeil')}
      </Button>
    </div>
  );
}
