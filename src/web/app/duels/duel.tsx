import { useEffect, useEffectEvent } from 'react';
import type { DuelAnswerSent, DuelPage } from '../../api/contract-of-duels.ts';
import { useLanguage } from '../language/language-context.ts';
import { DuelClip } from './duel-clip.tsx';
import styles from './duels-page.module.css';

type Answer = DuelAnswerSent['answer'];

interface DuelProps {
  duel: NonNullable<DuelPage['duel']>;
  answered: number;
  onAnswer: (answer: Answer) => void;
}

const BY_KEY: Readonly<Record<string, Answer>> = { ArrowLeft: 'left', ArrowRight: 'right', ' ': 'neither' };

/** The left one stands on the left in every language: the keys point at what they choose. */
export function Duel({ duel: { ticket, left, right }, answered, onAnswer }: DuelProps) {
  const { say } = useLanguage();
  useDuelKeys(onAnswer);
  return (
    <section aria-label={say('duelsTitle')}>
      <div className={styles.duel} dir="ltr">
        <DuelClip key={`left ${ticket}`} of={left} name={say('duelLeft')} onBetter={() => onAnswer('left')} />
        <DuelClip key={`right ${ticket}`} of={right} name={say('duelRight')} onBetter={() => onAnswer('right')} />
      </div>
      <div className={styles.foot}>
        <button type="button" className={styles.neither} onClick={() => onAnswer('neither')}>
          {say('duelNeither')}
        </button>
        <p className={styles.soft}>{say('duelAnswered', { count: answered })}</p>
        <p className={`${styles.soft} ${styles.keys}`}>{say('duelKeys')}</p>
      </div>
    </section>
  );
}

/** Keys that mean something where the focus is keep that meaning. */
function useDuelKeys(onAnswer: (answer: Answer) => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const answer = BY_KEY[event.key];
    if (!answer || event.repeat || event.defaultPrevented) return;
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest(event.key === ' ' ? 'button, a, input, select, textarea' : 'input, select, textarea')) return;
    event.preventDefault();
    onAnswer(answer);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
