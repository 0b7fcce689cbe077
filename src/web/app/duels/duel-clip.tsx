import { useReducedMotion } from '@mantine/hooks';
import { useId, useRef, useState } from 'react';
import { languageTag } from '../../../wording/language-tag.ts';
import type { DuelClip as DuelClipView } from '../../api/contract-of-duels.ts';
import { useLanguage } from '../language/language-context.ts';
import { ColourGround } from '../parts/colour-ground.tsx';
import { Icon } from '../parts/icon.tsx';
import { useWatched } from '../parts/use-watched.ts';
import styles from './duels-page.module.css';

interface DuelClipProps {
  of: DuelClipView;
  name: string;
  onBetter: () => void;
}

/**
 * One of the two. Pointed at or focused it plays without sound; pressed, with it. Whoever wants less motion sees it move
 * only once they press.
 */
export function DuelClip({ of: { id, prompt, locale, clip }, name, onBetter }: DuelClipProps) {
  const { say, direction } = useLanguage();
  const still = useReducedMotion();
  const video = useRef<HTMLVideoElement>(null);
  const [pressed, setPressed] = useState(false);
  const [wanted, setWanted] = useState(false);
  const onTimeUpdate = useWatched(id);
  const description = useId();

  function play(aloud: boolean) {
    if (!video.current) return;
    setWanted(true);
    video.current.muted = !aloud;
    // A browser may refuse or break it off when the pointer leaves at once; the poster stays then.
    video.current.play().catch(() => undefined);
  }

  function rest() {
    if (!pressed) video.current?.pause();
  }

  function press() {
    if (pressed) video.current?.pause();
    else play(true);
    setPressed(!pressed);
  }

  const peek = () => {
    if (!still && !pressed) play(false);
  };

  return (
    <article className={styles.side} aria-label={name} dir={direction}>
      <button
        type="button"
        className={styles.stage}
        aria-describedby={description}
        onClick={press}
        onPointerEnter={peek}
        onPointerLeave={rest}
        onFocus={peek}
        onBlur={rest}
      >
        <span className="unseen">{say(pressed ? 'duelPause' : 'duelPlay', { prompt })}</span>
        <ColourGround hash={clip.blurhash} />
        <img className={styles.backdrop} src={clip.posterUrl} alt="" />
        {/* biome-ignore lint/a11y/useMediaCaption: there is a track where anything is spoken, and the rest is described below */}
        <video
          ref={video}
          src={clip.videoUrl}
          poster={clip.posterUrl}
          loop
          playsInline
          preload={wanted ? 'auto' : 'none'}
          aria-hidden="true"
          tabIndex={-1}
          onTimeUpdate={onTimeUpdate}
        >
          {clip.subtitles ? (
            <track kind="captions" src={clip.subtitles.url} srcLang={languageTag(clip.subtitles.language)} default />
          ) : null}
        </video>
        <span className={styles.sign}>
          <Icon name="play" size={14} filled />
          {say('seconds', { count: Math.round(clip.seconds * 10) / 10 })}
        </span>
      </button>
      <p id={description} className="unseen" dir="auto">
        {clip.altText}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scroller must be reachable for those who scroll by keys */}
      <p className={styles.prompt} dir="auto" lang={locale} tabIndex={0}>
        {prompt}
      </p>
      <button type="button" className={styles.better} onClick={onBetter}>
        <span aria-hidden="true">{say('duelBetter')}</span>
        <span className="unseen">{say('duelBetterOf', { prompt })}</span>
      </button>
    </article>
  );
}
