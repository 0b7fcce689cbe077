import { useLanguage } from '../../language/language-context.ts';
import styles from './composer.module.css';

/** From how few characters left on it is worth saying. */
const TELL_FROM = 60;

/** How many characters the prompt may still have, negative where it has too many; null while the limit is not known. */
export function LengthNote({ left }: { left: number | null }) {
  const { say } = useLanguage();
  if (left === null || left > TELL_FROM) return null;
  return (
    <span className={styles.count} data-over={left < 0 || undefined} role="status">
      {left < 0 ? say('tooLong', { count: -left }) : say('charactersLeft', { count: left })}
    </span>
  );
}
