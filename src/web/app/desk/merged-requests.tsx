import { Button } from '@mantine/core';
import type { DeskCard } from '../../api/contract.ts';
import type { DeskAction } from '../../api/contract-of-actions.ts';
import { useLanguage } from '../language/language-context.ts';
import { StateMark } from '../parts/state-mark.tsx';
import styles from './request-card.module.css';

interface MergedRequestsProps {
  card: DeskCard;
  busy: boolean;
  onAct: (act: DeskAction) => void;
  onOpen: (id: string) => void;
}

/** Which request this one was merged into, and what was merged into it. */
export function MergedRequests({ card, busy, onAct, onOpen }: MergedRequestsProps) {
  const { say } = useLanguage();
  const { request, mergedInto, merged } = card;
  if (mergedInto === null && merged.count === 0) return null;
  const more = merged.count - merged.first.length;
  return (
    <section className={styles.section}>
      <h2>{mergedInto ? say('mergedInto') : say('mergedHere', { count: merged.count })}</h2>
      <ul className={styles.similar}>
        {(mergedInto ? [mergedInto] : merged.first).map((each) => (
          <li key={each.id}>
            <StateMark state={each.state} />
            <p dir="auto" lang={each.locale}>
              {each.prompt}
            </p>
            <bdi className={styles.quiet}>{each.requesterName}</bdi>
            <Button size="compact-sm" variant="default" onClick={() => onOpen(each.id)}>
              {say('openRequest')}
              <span className="unseen">{each.prompt}</span>
            </Button>
          </li>
        ))}
      </ul>
      {mergedInto ? null : (
        <p className={styles.quiet}>
          {more > 0 ? `${say('mergedMore', { count: more })} ` : ''}
          {say('mergedAnswer', { count: merged.count })}
        </p>
      )}
      {request.state === 'merged' && card.decided === null ? (
        <p>
          <Button size="compact-sm" variant="default" disabled={busy} onClick={() => onAct({ action: 'unmerge' })}>
            {say('unmerge')}
          </Button>
        </p>
      ) : null}
    </section>
  );
}
