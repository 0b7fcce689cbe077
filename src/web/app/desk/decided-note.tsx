import type { DeskCard } from '../../api/contract.ts';
import { useLanguage } from '../language/language-context.ts';
import styles from './request-card.module.css';

/** Says of what was decided a moment ago who did, and when it takes effect. */
export function DecidedNote({ decided }: { decided: NonNullable<DeskCard['decided']> }) {
  const { say, write } = useLanguage();
  const time = write.time(decided.effectAt);
  return (
    <p role="status" className={styles.decided}>
      {decided.mine ? say('decidedByYou', { time }) : say('decidedBy', { name: decided.curator, time })}
    </p>
  );
}
