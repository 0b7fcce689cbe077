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

/** Who asked, when and where, how it stands, and who holds it. */
export function CardHead({ card }: { card: DeskCard }) {
  const { request, platform, escalated, appealOf, claim, secondLook } = card;
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
      <time dateTime={request.askedAt} title={write.dateTime(request.askedAt)}>
        {say('asked', { ago: write.ago(request.askedAt, now) })}
      </time>
      {request.votes > 0 ? <span>{say('support', { count: request.votes })}</span> : null}
      {claim && request.state === 'in-review' ? (
        <span className={styles.claim} data-other={claim.mine ? undefined : true} role="status">
          {claim.mine ? say('heldByYou', { time: write.time(claim.until) }) : say('heldBy', { name: claim.curator })}
        </span>
      ) : null}
    </div>
  );
}
