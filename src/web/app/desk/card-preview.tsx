import type { DeskCard } from '../../api/contract.ts';
import { useLanguage } from '../language/language-context.ts';
import styles from './request-card.module.css';

/** The free storyboard that a curator asked for before deciding. */
export function CardPreview({ preview }: { preview: NonNullable<DeskCard['preview']> }) {
  const { say } = useLanguage();
  return (
    <section className={styles.section}>
      <h2>{say('preview')}</h2>
      {preview.videoUrl === null ? (
        <p className={styles.quiet} role="status">
          {say('previewDrawn')}
        </p>
      ) : (
        // biome-ignore lint/a11y/useMediaCaption: the prompt is set into the picture as its caption
        <video
          className={styles.shot}
          src={preview.videoUrl}
          controls
          playsInline
          preload="metadata"
          aria-label={say('preview')}
        />
      )}
    </section>
  );
}
