import { Button } from '@mantine/core';
import type { DeskCard } from '../../api/contract.ts';
import type { DeskAction } from '../../api/contract-of-actions.ts';
import { useLanguage } from '../language/language-context.ts';
import styles from './request-card.module.css';

interface CardHoldProps {
  card: DeskCard;
  busy: boolean;
  onAct: (act: DeskAction) => void;
}

/** That it waits aside and until when, and what its requester was asked and answered. */
export function CardHold({ card: { hold, questions }, busy, onAct }: CardHoldProps) {
  const { say, write } = useLanguage();
  if (hold === null && questions.length === 0) return null;
  return (
    <section className={styles.section}>
      {hold ? (
        <>
          <h2>{say('asideBy', { name: hold.curator })}</h2>
          {hold.note ? <p dir="auto">{hold.note}</p> : null}
          <p>{hold.until ? say('heldUntil', { when: write.dateTime(hold.until) }) : say('heldOpen')}</p>
          <p>
            <Button
              size="compact-sm"
              variant="default"
              disabled={busy}
              aria-keyshortcuts="H"
              onClick={() => onAct({ action: 'resume' })}
            >
              {say('resume')}
              <span className={styles.key} aria-hidden="true">
                H
              </span>
            </Button>
          </p>
        </>
      ) : null}
      {questions.map(({ curator, at, words, answers }) => (
        <div key={at}>
          <p className={styles.quiet}>{say('questionBy', { name: curator })}</p>
          <p dir="auto">{words}</p>
          {answers.length === 0 ? <p className={styles.quiet}>{say('askWaits')}</p> : null}
          {answers.map((answer) => (
            <blockquote key={answer.at} dir="auto">
              {answer.words}
            </blockquote>
          ))}
        </div>
      ))}
    </section>
  );
}
