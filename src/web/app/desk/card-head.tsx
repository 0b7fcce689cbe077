import type { DeskCard, RequestView } from '../../api/contract.ts';
import { useLanguage } from '../language/language-context.ts';
import type { Say } from '../language/say.ts';
import { useNow } from '../live/use-now.ts';
import { StateMark } from '../parts/state-mark.tsx';
import styles from './request-card.module.css';

/** What platforms call themselves, in every language. */
const PLATFORM_NAMES: Record<string, string> = { discord: 'Discord', x: 'X' };

function saySecondLook(say: Say, { state }: RequestView, { first }: NonNullable<DeskCard['secondLook']>): string {
  if (first === null) return say('twoMustApprove');
  return say(state === 'finishing' ? 'oneMoreToRelease' : 'oneMoreNeeded', { name: first });
}

/** What the person who asked is told where, and when: it differs by what the platform allows. */
const ANSWERS = { room: 'answersRoom', discord: 'answersDiscord', x: 'answersX', file: 'answersFile' } as const;

/** Who asked, when and where, how it stands, and who holds it. */
export function CardHead({ card }: { card: DeskCard }) {
  const { request, platform, escalated, appealOf, claim, secondLook, source } = card;
  const { say, write } = useLanguage();
  const now = useNow();
  const nameOf = (id: string) => {
    if (id === 'room') return say('platformRoom');
    if (id === 'file') return say('platformFile');
    return PLATFORM_NAMES[id] ?? id;
  };
  return (
    <div className={styles.head}>
      <StateMark state={request.state} />
      {escalated ? <span className={styles.mark}>{say('escalatedMark')}</span> : null}
      {appealOf ? <span className={styles.mark}>{say('appealMark')}</span> : null}
      {secondLook ? <span className={styles.mark}>{saySecondLook(say, request, secondLook)}</span> : null}
      <bdi>{request.requesterName}</bdi>
      <span>{say('via', { platform: nameOf(platform) })}</span>
      {source.url ? (
        <a href={source.url} target="_blank" rel="noreferrer noopener">
          {say('openPost')}
        </a>
      ) : null}
      <time dateTime={request.askedAt} title={write.dateTime(request.askedAt)}>
        {say('asked', { ago: write.ago(request.askedAt, now) })}
      </time>
      {request.votes > 0 ? <span>{say('support', { count: request.votes })}</span> : null}
      {platform in ANSWERS ? (
        <span className={styles.answers}>{say(ANSWERS[platform as keyof typeof ANSWERS])}</span>
      ) : null}
      {claim && request.state === 'in-review' ? (
        <span className={styles.claim} data-other={claim.mine ? undefined : true} role="status">
          {claim.mine ? say('heldByYou', { time: write.time(claim.until) }) : say('heldBy', { name: claim.curator })}
        </span>
      ) : null}
    </div>
  );
}
