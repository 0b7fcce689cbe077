import type { AnnouncementView } from '../../api/contract-of-announcing.ts';
import type { DeskCall } from '../../api/contract-of-calls.ts';
import type { Role } from '../api/use-invite.ts';
import { useLanguage } from '../language/language-context.ts';
import { useNow } from '../live/use-now.ts';
import { CallActs } from './call-acts.tsx';
import { CallFilling } from './call-filling.tsx';
import { CallTelling } from './call-telling.tsx';
import styles from './calls-page.module.css';
import { timeLeft } from './time-left.ts';

interface CallCardProps {
  call: DeskCall;
  role: Role;
  /** What can be told of it to everybody, or was. */
  announcements: readonly AnnouncementView[];
  onChange: () => void;
}

/** A call, how it fills, and what can be done with it. */
export function CallCard({ call, role, announcements, onChange }: CallCardProps) {
  const { language, say } = useLanguage();
  const { theme, text, state, standing, pictureUrl, paused } = call;
  return (
    <article className={styles.card} aria-label={theme[language]}>
      <div className={styles.cardHead}>
        {pictureUrl ? <img className={styles.picture} src={pictureUrl} alt="" /> : null}
        <div>
          <h2 dir="auto">{theme[language]}</h2>
          {text ? (
            <p dir="auto" className={styles.text}>
              {text[language]}
            </p>
          ) : null}
          <p className={styles.soft}>
            <span className={styles.state} data-state={standing ? 'standing' : state}>
              {say(standing ? 'callStateStanding' : `callState-${state}`)}
            </span>{' '}
            <Window call={call} />
          </p>
          {paused ? <p className={styles.soft}>{say('callPausedBy', { name: paused.by })}</p> : null}
        </div>
      </div>
      <CallFilling call={call} />
      {announcements.length > 0 ? <CallTelling theme={theme[language]} announcements={announcements} /> : null}
      {standing ? null : <CallActs call={call} role={role} onChange={onChange} />}
    </article>
  );
}

function Window({ call: { standing, state, opensAt, closesAt, choosingUntil } }: { call: DeskCall }) {
  const { say, write } = useLanguage();
  const now = useNow();
  if (standing) return null;
  if (state === 'not-open-yet') {
    const end = closesAt === null ? [] : [say('callEnds', { date: write.dateTime(closesAt) })];
    return <>{[say('callOpens', { date: write.dateTime(opensAt) }), ...end].join(' · ')}</>;
  }
  if (closesAt === null) return <>{say('callEndless')}</>;
  const date = write.dateTime(closesAt);
  if (state === 'choosing' && choosingUntil)
    return <>{say('callChoosingUntil', { date: write.dateTime(choosingUntil) })}</>;
  if (state === 'over') return <>{say('callOver', { date })}</>;
  const { unit, count } = timeLeft(closesAt, now);
  return (
    <>
      {say(`callLeft${unit}`, { count })} · {say('callEnds', { date })}
    </>
  );
}
