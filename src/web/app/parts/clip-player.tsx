import { useReducedMotion } from '@mantine/hooks';
import { useId, useRef, useState } from 'react';
import { languageTag } from '../../../wording/language-tag.ts';
import type { ClipView } from '../../api/contract.ts';
import { useLanguage } from '../language/language-context.ts';
import styles from './clip-player.module.css';
import { ColourGround } from './colour-ground.tsx';
import { Icon } from './icon.tsx';
import { useWatched } from './use-watched.ts';

interface ClipPlayerProps {
  requestId: string;
  clip: ClipView;
  /** Without sound until it is turned on in the player. */
  muted?: boolean;
}

/**
 * The clip on its stage. Its frame has the clip's shape before the first byte is there, so nothing jumps; until it is
 * played for the first time the whole poster is a button, and the browser's controls stay out of the picture.
 */
export function ClipPlayer({ requestId, clip, muted = false }: ClipPlayerProps) {
  const { say } = useLanguage();
  const onTimeUpdate = useWatched(requestId);
  const video = useRef<HTMLVideoElement>(null);
  const [started, setStarted] = useState(false);
  const description = useId();
  const frame = { aspectRatio: `${clip.width} / ${clip.height}`, '--shape': clip.width / clip.height };
  const [pointedAt, setPointedAt] = useState(false);
  const still = useReducedMotion();
  const moves = pointedAt && !started && !still && clip.previewUrl !== null;

  function start() {
    setStarted(true);
    video.current?.focus();
    // Refused or broken off, it stands there with its controls.
    video.current?.play().catch(() => undefined);
  }

  return (
    // Pointing at it only shows what the button does.
    <div
      className={styles.stage}
      style={frame as React.CSSProperties}
      onPointerEnter={() => setPointedAt(true)}
      onPointerLeave={() => setPointedAt(false)}
    >
      <ColourGround hash={clip.blurhash} />
      <video
        ref={video}
        className={styles.video}
        poster={clip.posterUrl}
        width={clip.width}
        height={clip.height}
        controls={started}
        muted={muted}
        playsInline
        loop={clip.seconds < 4}
        preload="none"
        tabIndex={started ? 0 : -1}
        aria-label={say('clipOf', { caption: clip.caption })}
        aria-describedby={description}
        onTimeUpdate={onTimeUpdate}
      >
        {clip.sources.map(({ url, type }) => (
          <source key={url} src={url} type={type} />
        ))}
        {clip.subtitles ? (
          <track kind="captions" src={clip.subtitles.url} srcLang={languageTag(clip.subtitles.language)} default />
        ) : null}
      </video>
      {moves ? <img className={styles.preview} src={clip.previewUrl ?? ''} alt="" /> : null}
      {started ? null : (
        <button type="button" className={styles.play} aria-label={say('play')} onClick={start}>
          <span>
            <Icon name="play" size={30} filled />
          </span>
        </button>
      )}
      <p id={description} className="unseen" dir="auto">
        {clip.altText}
      </p>
    </div>
  );
}
