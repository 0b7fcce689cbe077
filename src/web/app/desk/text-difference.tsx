import styles from './request-card.module.css';
import { wordDifference } from './word-difference.ts';

/** What was taken out and what was put in, also for those who see no colours. */
export function TextDifference({ before, after }: { before: string; after: string }) {
  let at = 0;
  return (
    <p dir="auto" className={styles.difference}>
      {wordDifference(before, after).map(({ kind, text }) => {
        const key = at;
        at += 1;
        if (kind === 'same') return text;
        return kind === 'added' ? <ins key={key}>{text}</ins> : <del key={key}>{text}</del>;
      })}
    </p>
  );
}
