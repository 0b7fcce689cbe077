import type { AskedView } from '../../api/contract-of-x.ts';
import { useLanguage } from '../language/language-context.ts';
import { useNow } from '../live/use-now.ts';
import styles from './asked-page.module.css';

/** A sentence, and the clip once it is there. */
export function AskedStanding({ asked: { status, askedAt, placeInLine, clip } }: { asked: AskedView }) {
  const { say, write } = useLanguage();
  const now = useNow();
  return (
    <article className={styles.standing}>
      <p className={styles.status} dir="auto">
        {status}
      </p>
      <p className={styles.soft}>
        <time dateTime={askedAt} title={write.dateTime(askedAt)}>
          {say('askedAgo', { ago: write.ago(askedAt, now) })}
        </time>
        {placeInLine !== null ? ` · ${say('askedPlace', { count: placeInLine })}` : ''}
        {clip && clip.likesOnX !== null ? ` · ${say('likesOnX', { count: clip.likesOnX })}` : ''}
      </p>
      {clip ? (
        // biome-ignore lint/a11y/useMediaCaption: the prompt is set into the picture as its caption
        <video
          className={styles.clip}
          src={clip.videoUrl}
          poster={clip.posterUrl}
          width={clip.width}
          height={clip.height}
          controls
          playsInline
          preload="none"
          aria-label={say('clipOf', { caption: clip.caption })}
        />
      ) : null}
    </article>
  );
}
