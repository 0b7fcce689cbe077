import { Skeleton } from '@mantine/core';
import { useId } from 'react';
import { Link } from 'react-router';
import { STANDING_CALL_ID } from '../../../calls/call.ts';
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
  const coming = useId();
  return (
    <div className={styles.about}>
      <PaperScene />
      {room ? (
        <div>
          <h2 className={styles.theme}>{room.call.theme[language]}</h2>
          <p className={styles.soft}>
            {room.call.closesAt
              ? say('callUntil', { date: write.date(room.call.closesAt) })
              : say(room.call.id === STANDING_CALL_ID ? 'callStanding' : 'callOpenEnded')}
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
      {room && room.coming.length > 0 ? (
        <section aria-labelledby={coming}>
          <h3 id={coming} className={styles.coming}>
            {say('callsComing')}
          </h3>
          <ul className={styles.soft}>
            {room.coming.map(({ id, theme, opensAt }) => (
              <li key={id}>
                <bdi>{theme[language]}</bdi> · {say('callOpens', { date: write.dateTime(opensAt) })}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
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
