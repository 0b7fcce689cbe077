import type { DeskCard } from '../../api/contract.ts';
import { useLanguage } from '../language/language-context.ts';
import { Ago } from '../parts/ago.tsx';
import { Icon } from '../parts/icon.tsx';
import { StateMark } from '../parts/state-mark.tsx';
import styles from './request-queue.module.css';

interface QueueLineProps {
  card: DeskCard;
  showState: boolean;
  open: boolean;
  onOpen: () => void;
}

/** One request in the queue, in two lines. */
export function QueueLine({ card, showState, open, onOpen }: QueueLineProps) {
  const { say, write } = useLanguage();
  const { request, flags, claim } = card;
  return (
    <li>
      <button type="button" className={styles.line} aria-current={open ? 'true' : undefined} onClick={onOpen}>
        <span className={styles.prompt} dir="auto">
          {request.prompt}
        </span>
        <span className={styles.facts}>
          <Ago at={request.askedAt} />
          {flags.length > 0 ? (
            <span className={styles.flag} title={say('flags')}>
              <Icon name="flag" size={14} />
              <span className="unseen">{say('flags')}</span>
              {write.number(flags.length)}
            </span>
          ) : null}
          {request.votes > 0 ? (
            <span title={say('support', { count: request.votes })}>
              <Icon name="heart" size={14} />
              <span className="unseen">{say('support', { count: request.votes })}</span>
              <span aria-hidden="true">{write.number(request.votes)}</span>
            </span>
          ) : null}
          {request.pictureUrl ? (
            <span title={say('picture')}>
              <Icon name="picture" size={14} />
              <span className="unseen">{say('picture')}</span>
            </span>
          ) : null}
          {card.escalated ? <span className={styles.flag}>{say('escalatedMark')}</span> : null}
          {claim && !claim.mine ? <bdi className={styles.held}>{claim.curator}</bdi> : null}
          {showState ? <StateMark state={request.state} /> : null}
        </span>
      </button>
    </li>
  );
}
