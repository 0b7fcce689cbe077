import { useLanguage } from '../language/language-context.ts';
import styles from './approved-words.module.css';

/** For a requester, whose words a curator changed: what is made, and what everybody reads. */
export function ApprovedWords({ words }: { words: string }) {
  const { say } = useLanguage();
  return (
    <div className={styles.words}>
      <p>{say('approvedWords')}</p>
      <blockquote dir="auto">{words}</blockquote>
    </div>
  );
}
