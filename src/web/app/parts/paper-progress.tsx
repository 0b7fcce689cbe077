import { useLanguage } from '../language/language-context.ts';
import styles from './paper-progress.module.css';

/** How far a clip is, 0 to 1: the boat sails to the end. */
export function PaperProgress({ share }: { share: number }) {
  const { say } = useLanguage();
  const percent = `${Math.round(share * 100)}%`;
  return (
    <div className={styles.row}>
      <div
        role="progressbar"
        aria-label={say('progress')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
        className={styles.track}
      >
        <div className={styles.done} style={{ inlineSize: percent }} />
        <svg className={styles.boat} style={{ insetInlineStart: percent }} viewBox="0 0 26 22" aria-hidden="true">
          <path d="M13.5 1l7 12h-7z" fill="var(--sail)" stroke="var(--edge)" strokeWidth="0.8" />
          <path d="M12 3.5V13H5.5z" fill="var(--orb)" />
          <path d="M2 14.5h22l-4.5 6h-13z" fill="var(--accent)" />
        </svg>
      </div>
    </div>
  );
}
