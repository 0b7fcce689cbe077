import { STATE_TEXT } from '../../../wording/state-text.ts';
import type { RequestView } from '../../api/contract.ts';
import { useLanguage } from '../language/language-context.ts';
import styles from './state-mark.module.css';

type State = RequestView['state'];

const TONE: Partial<Record<State, 'good' | 'care' | 'bad'>> = {
  'in-review': 'care',
  held: 'care',
  merged: 'care',
  received: 'care',
  approved: 'good',
  generating: 'good',
  finishing: 'good',
  ready: 'good',
  delivered: 'good',
  refused: 'bad',
  declined: 'bad',
  blocked: 'bad',
  failed: 'bad',
};

export function StateMark({ state }: { state: State }) {
  const { say } = useLanguage();
  return (
    <span className={styles.mark} data-tone={TONE[state]}>
      {say(STATE_TEXT[state])}
    </span>
  );
}
