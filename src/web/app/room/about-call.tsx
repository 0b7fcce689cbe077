import { Skeleton } from '@mantine/core';
import { Link } from 'react-router';
import { useRoom } from '../api/use-room.ts';
import { useLanguage } from '../language/language-context.ts';
import { PaperScene } from '../parts/paper-scene.tsx';
import styles from './about-call.module.css';
import { VisitorName } from './visitor-name.tsx';

const STEPS = ['howAsk', 'howReview', 'howClip', 'howVote'] as const;

/** What the call is about, how it goes, and who one is here. */
export function AboutCall() {
  const { language, say, write } = useLanguage();
  const { data: room } = useRoom();
  return (
    <div className={styles.about}>
      <PaperScene />
      {room ? (
        <div>
          <h2 className={styles.theme}>{room.call.theme[language]}</h2>
          <p className={styles.soft}>
            {room.call.closesAt ? say('callUntil', { date: write.date(room.call.closesAt) }) : say('callStanding')}
            {' · '}
            {room.waiting === 0 ? say('inLineNone') : say('inLine', { count: room.waiting })}
          </p>
        </div>
      ) : (
        <div aria-hidden="true">
          <Skeleton height={22} width="80%" mb={10} />
          <Skeleton height={14} width="60%" />
        </div>
      )}
      <ol className={styles.steps}>
        {STEPS.map((step) => (
          <li key={step}>{say(step)}</li>
        ))}
      </ol>
      <VisitorName />
      {room?.onX ? (
        <p>
          <Link to="/asked">{say('askedTitle')}</Link>
        </p>
      ) : null}
      <p>
        <Link to="/verify">{say('navVerify')}</Link>
      </p>
      {room ? (
        <p className={styles.engine}>
          {room.engine.storyboard ? say('engineStoryboard') : say('engineName', { engine: room.engine.id })}
        </p>
      ) : null}
    </div>
  );
}
