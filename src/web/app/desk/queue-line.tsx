import { memo } from 'react';
import type { DeskLine } from '../../api/contract.ts';
import { useLanguage } from '../language/language-context.ts';
import { Ago } from '../parts/ago.tsx';
import { Icon } from '../parts/icon.tsx';
import { StateMark } from '../parts/state-mark.tsx';
import styles from './request-queue.module.css';

interface QueueLineProps {
  line: DeskLine;
  showState: boolean;
  open: boolean;
  /** Whether it is to be decided together with others; null where none are. */
  chosen: boolean | null;
  onOpen: (id: string) => void;
  onChoose: (id: string) => void;
}

/** One request in the queue, in two lines. Many are drawn while one scrolls, so each only when it changed. */
export const QueueLine = memo(function QueueLine({ line, showState, open, chosen, onOpen, onChoose }: QueueLineProps) {
  const { say, write } = useLanguage();
  const { flags, votes, heldBy } = line;
  return (
    <div className={styles.item}>
      {chosen === null ? null : (
        <input
          type="checkbox"
          className={styles.choice}
          checked={chosen}
          aria-label={say('choose', { prompt: line.prompt })}
          onChange={() => onChoose(line.id)}
        />
      )}
      <button
        type="button"
        className={styles.line}
        aria-current={open ? 'true' : undefined}
        onClick={() => onOpen(line.id)}
      >
        <span className={styles.words}>
          <span className={styles.prompt} dir="auto">
            {line.prompt}
          </span>
        </span>
        <span className={styles.facts}>
          <Ago at={line.askedAt} />
          {flags > 0 ? (
            <span className={styles.flag} title={say('flags')}>
              <Icon name="flag" size={14} />
              <span className="unseen">{say('flags')}</span>
              {write.number(flags)}
            </span>
          ) : null}
          {votes > 0 ? (
            <span title={say('support', { count: votes })}>
              <Icon name="heart" size={14} />
              <span className="unseen">{say('support', { count: votes })}</span>
              <span aria-hidden="true">{write.number(votes)}</span>
            </span>
          ) : null}
          {line.picture ? (
            <span title={say('picture')}>
              <Icon name="picture" size={14} />
              <span className="unseen">{say('picture')}</span>
            </span>
          ) : null}
          {line.escalated ? <span className={styles.flag}>{say('escalatedMark')}</span> : null}
          {heldBy && !heldBy.mine ? <bdi className={styles.held}>{heldBy.curator}</bdi> : null}
          {showState ? <StateMark state={line.state} /> : null}
        </span>
      </button>
    </div>
  );
});
