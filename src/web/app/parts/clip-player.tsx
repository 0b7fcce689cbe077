import { useId } from 'react';
import type { ClipView } from '../../api/contract.ts';
import { useLanguage } from '../language/language-context.ts';
import styles from './clip-player.module.css';
import { useWatched } from './use-watched.ts';

interface ClipPlayerProps {
  requestId: string;
  clip: ClipView;
  playNow?: boolean;
}

/** The clip on its stage. Its frame has the clip's shape before the first byte is there, so nothing jumps. */
export function ClipPlayer({ requestId, clip, playNow = false }: ClipPlayerProps) {
  const { say } = useLanguage();
  const onTimeUpdate = useWatched(requestId);
  const description = useId();
  const shape = clip.width / clip.height;
  return (
    <div
      className={styles.stage}
      style={{ aspectRatio: `${clip.width} / ${clip.height}`, '--shape': shape } as React.CSSProperties}
    >
      {/* biome-ignore lint/a11y/useMediaCaption: the prompt is set into the picture as its caption, and described below */}
      <video
        className={styles.video}
        poster={clip.posterUrl}
        width={clip.width}
        height={clip.height}
        controls
        playsInline
        loop={clip.seconds < 4}
        preload="none"
        src={clip.videoUrl}
        autoPlay={playNow}
        aria-label={say('clipOf', { caption: clip.caption })}
        aria-describedby={description}
        onTimeUpdate={onTimeUpdate}
      />
      <p id={description} className="unseen" dir="auto">
        {clip.altText}
      </p>
    </div>
  );
}
