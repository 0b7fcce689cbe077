import type { PageKey } from '../../../wording/pages.ts';
import type { DeskCard } from '../../api/contract.ts';
import { useLanguage } from '../language/language-context.ts';
import styles from './request-card.module.css';

type Shot = DeskCard['shots'][number];

const STATE_TEXT = {
  planned: 'shotPlanned',
  starting: 'shotStarting',
  uncertain: 'shotUncertain',
  running: 'shotRunning',
  rendered: 'shotRendered',
  downloaded: 'shotHere',
  failed: 'shotFailed',
} as const satisfies Record<Shot['state'], PageKey>;

const BEGINS_TEXT = {
  continues: 'shotContinues',
  cut: 'shotCut',
  crossfade: 'shotCrossfade',
} as const satisfies Record<NonNullable<Shot['begins']>, PageKey>;

/** What the engine is told of each shot, and the shots as they come. A single one that is told the prompt says nothing new. */
export function CardShots({ shots, prompt }: { shots: readonly Shot[]; prompt: string }) {
  const { say, write } = useLanguage();
  const begun = shots.some(({ state }) => state !== 'planned');
  const [first] = shots;
  const saysNothing = shots.length === 1 && first?.prompt === prompt && first.direction === null && !begun;
  if (first === undefined || saysNothing) return null;
  return (
    <section className={styles.section}>
      <h2>{say('shots')}</h2>
      <ol className={styles.shots}>
        {shots.map((shot, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a shot is its place in the clip
          <li key={place}>
            <p className={styles.quiet}>
              {say('seconds', { count: shot.seconds })}
              {shot.begins === null ? null : ` · ${say(BEGINS_TEXT[shot.begins])}`}
              {begun ? ` · ${say(STATE_TEXT[shot.state])}` : null}
              {shot.state === 'running' ? ` ${write.percent(shot.progress)}` : null}
            </p>
            <p dir="auto">{shot.prompt}</p>
            {shot.direction === null ? null : (
              <p dir="auto" className={styles.quiet}>
                {shot.direction}
              </p>
            )}
            {shot.videoUrl === null ? null : (
              // biome-ignore lint/a11y/useMediaCaption: what it shows is told right above it
              <video
                className={styles.shot}
                src={shot.videoUrl}
                controls
                playsInline
                // With the engine's own picture of it nothing of the video is fetched before it is played.
                poster={shot.stillUrl ?? undefined}
                preload={shot.stillUrl === null ? 'metadata' : 'none'}
                aria-label={say('shotOf', { number: place + 1, count: shots.length })}
              />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
