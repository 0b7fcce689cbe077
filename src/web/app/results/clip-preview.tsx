import { useReducedMotion } from '@mantine/hooks';
import { useRef, useState } from 'react';
import type { ClipView, RequestView } from '../../api/contract.ts';
import { useLanguage } from '../language/language-context.ts';
import { ColourGround } from '../parts/colour-ground.tsx';
import { Icon } from '../parts/icon.tsx';
import { useWatched } from '../parts/use-watched.ts';
import styles from './results-page.module.css';

interface ClipPreviewProps {
  request: RequestView;
  clip: ClipView;
  rank: number | null;
  onOpen: () => void;
}

/** The poster that plays while it is pointed at or focused; whoever wants less motion sees it move only once opened. */
export function ClipPreview({ request, clip, rank, onOpen }: ClipPreviewProps) {
  const { say } = useLanguage();
  const still = useReducedMotion();
  const video = useRef<HTMLVideoElement>(null);
  const [wanted, setWanted] = useState(false);
  const onTimeUpdate = useWatched(request.id);

  function play() {
    if (still) return;
    setWanted(true);
    // A browser may refuse or break it off when the pointer leaves at once; the poster stays then.
    video.current?.play().catch(() => undefined);
  }

  function rest() {
    video.current?.pause();
    setWanted(false);
  }

  return (
    <button
      type="button"
      className={styles.stage}
      onClick={onOpen}
      onPointerEnter={play}
      onPointerLeave={rest}
      onFocus={play}
      onBlur={rest}
    >
      <span className="unseen">
        {say('openClip')}: <bdi>{request.prompt}</bdi>
      </span>
      <ColourGround hash={clip.blurhash} />
      <img className={styles.backdrop} src={clip.posterUrl} alt="" loading="lazy" />
      <video
        ref={video}
        src={clip.videoUrl}
        poster={clip.posterUrl}
        muted
        loop
        playsInline
        preload={wanted ? 'auto' : 'none'}
        aria-hidden="true"
        tabIndex={-1}
        onTimeUpdate={onTimeUpdate}
      />
      {rank === null ? null : (
        <span className={styles.rank}>
          <span className="unseen">{say('rank', { rank })}</span>
          <span aria-hidden="true">{rank}</span>
        </span>
      )}
      <span className={styles.sign}>
        <Icon name="play" size={14} filled />
        {say('seconds', { count: Math.round(clip.seconds * 10) / 10 })}
      </span>
    </button>
  );
}
