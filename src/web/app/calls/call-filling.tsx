import { REQUEST_STATES } from '../../../requests/index.ts';
import { STATE_TEXT } from '../../../wording/state-text.ts';
import type { DeskCall } from '../../api/contract-of-calls.ts';
import { useLanguage } from '../language/language-context.ts';
import styles from './calls-page.module.css';

/** How many requests there are in which state, and what of the budget is used. */
export function CallFilling({ call: { byState, asked, members, usedUsd, terms } }: { call: DeskCall }) {
  const { say, write } = useLanguage();
  const { budgetUsd } = terms;
  const used = write.dollars(usedUsd);
  const states = REQUEST_STATES.filter((state) => byState[state]);
  return (
    <div className={styles.fills}>
      <p>
        <strong>{say('callAsked', { count: asked })}</strong>
        {members > 0 ? ` ${say('callMembers', { count: members })}` : ''}
      </p>
      {states.length > 0 ? (
        <dl className={styles.states}>
          {states.map((state) => (
            <div key={state}>
              <dt>{say(STATE_TEXT[state])}</dt>
              <dd>{write.number(byState[state] ?? 0)}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {budgetUsd === null ? (
        <p className={styles.soft}>{say('callBudgetNone', { used })}</p>
      ) : (
        <div className={styles.budget}>
          <span className={styles.soft}>
            {say('callBudgetOf', {
              used,
              limit: write.dollars(budgetUsd),
              left: write.dollars(Math.max(0, budgetUsd - usedUsd)),
            })}
          </span>
          <span className={styles.bar} aria-hidden="true">
            <span style={{ inlineSize: `${Math.min(100, (usedUsd / budgetUsd) * 100)}%` }} />
          </span>
        </div>
      )}
    </div>
  );
}
