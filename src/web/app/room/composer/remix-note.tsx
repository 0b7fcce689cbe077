import { useLanguage } from '../../language/language-context.ts';
import { Icon } from '../../parts/icon.tsx';
import styles from './remix-note.module.css';

/** Says of which clip another is to be made. */
export function RemixNote({ caption, onRemove }: { caption: string; onRemove: () => void }) {
  const { say } = useLanguage();
  return (
    <div className={styles.note}>
      <p>
        {say('remixNote')} <bdi className={styles.caption}>{caption}</bdi>
      </p>
      <button type="button" aria-label={say('remixDrop')} title={say('remixDrop')} onClick={onRemove}>
        <Icon name="close" size={15} />
      </button>
    </div>
  );
}
