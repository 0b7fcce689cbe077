import { useLanguage } from '../../language/language-context.ts';
import styles from './composer.module.css';
import { promptLength } from './option-text.ts';

/** From how few characters left on it is worth saying. */
const TELL_FROM = 60;

export function LengthNote({ text, limit }: { text: string; limit: number | undefined }) {
  const { say } = useLanguage();
  if (limit === undefined) return null;
  const left = limit - promptLength(text);
  if (left > TELL_FROM) return null;
  return (
    <span className={styles.count} data-over={left < 0 || undefined} role="status">
      {left < 0 ? say('tooLong', { count: -left }) : say('charactersLeft', { count: left })}
    </span>
  );
}
