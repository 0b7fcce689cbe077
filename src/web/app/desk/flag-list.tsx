import { sayExcuse } from '../../../wording/say-excuse.ts';
import { policyScope, policyText } from '../../../wording/say-policy.ts';
import type { DeskCard } from '../../api/contract.ts';
import { useLanguage } from '../language/language-context.ts';
import { OUTCOME_TEXT } from './outcome-text.ts';
import styles from './request-card.module.css';

/** Why screening looked up: what it saw, and beside it what the policy says, as the requester would read it. */
export function FlagList({ card: { flags, screening } }: { card: DeskCard }) {
  const { language, say } = useLanguage();
  return (
    <section className={styles.section}>
      <h2>
        {say('flags')}
        {screening ? ` · ${say(OUTCOME_TEXT[screening])}` : ''}
      </h2>
      {flags.length === 0 ? <p className={styles.quiet}>{say('noFlags')}</p> : null}
      <ul className={styles.flags}>
        {flags.map((flag) => {
          const { sentence } = policyText(language, flag.policy);
          return (
            <li
              key={`${flag.source} ${flag.policy} ${flag.evidence}`}
              className={styles.flag}
              data-outcome={flag.outcome}
            >
              <PolicyTitle code={flag.policy} />
              <span>{say(OUTCOME_TEXT[flag.outcome])}</span>
              <q dir="auto">{flag.evidence}</q>
              {flag.readAs === undefined ? null : (
                <span className={styles.readAs}>{say('readAs', { excuse: sayExcuse(language, flag.readAs) })}</span>
              )}
              <span className={styles.policy}>{sentence}</span>
              <span className={styles.source}>{say('foundBy', { source: flag.source })}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Opens to what the policy covers and what not. */
function PolicyTitle({ code }: { code: string }) {
  const { language, say } = useLanguage();
  const { title } = policyText(language, code);
  const scope = policyScope(language, code);
  if (scope === null) return <strong>{title}</strong>;
  return (
    <details>
      <summary>
        <strong>{title}</strong>
      </summary>
      <p className={styles.source}>{say('policyCovers', { scope: scope.covers })}</p>
      <p className={styles.source}>{say('policyLeaves', { scope: scope.not })}</p>
    </details>
  );
}
