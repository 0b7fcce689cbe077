import type { PlatformMoney } from '../../api/contract-of-x.ts';
import { useLanguage } from '../language/language-context.ts';
import styles from './x-dialog.module.css';

const KINDS = ['own-read', 'read', 'like-read', 'account-read', 'reply', 'alt-text', 'post', 'post-with-link'] as const;

/** What X cost today, by what was bought, and what the day's ceiling stops. */
export function XMoney({ money: { items, usd, limitUsd, readingStopsAtUsd, stopped } }: { money: PlatformMoney }) {
  const { say, write } = useLanguage();
  const bought = KINDS.flatMap((kind) => items.find((item) => item.kind === kind) ?? []);
  const [reading, limit] = [write.smallDollars(readingStopsAtUsd ?? 0), write.smallDollars(limitUsd ?? 0)];
  const standing = {
    nothing: say('xRunning', { reading, limit }),
    reading: say('xReadingStopped'),
    everything: say('xAllStopped'),
  };
  return (
    <section>
      <h3>{say('xToday')}</h3>
      <p className={styles.soft}>{say('xTodayHint')}</p>
      {bought.length === 0 ? <p>{say('xNothingYet')}</p> : null}
      <dl className={styles.sums}>
        {bought.map(({ kind, count, usd: cost }) => (
          <div key={kind}>
            <dt>{say(`xKind-${kind as (typeof KINDS)[number]}`)}</dt>
            <dd>{write.number(count)}</dd>
            <dd>{write.smallDollars(cost)}</dd>
          </div>
        ))}
        <div>
          <dt>{say('xSum')}</dt>
          <dd />
          <dd>
            <strong>{write.smallDollars(usd)}</strong>
          </dd>
        </div>
        <div>
          <dt>{say('xCeiling')}</dt>
          <dd />
          <dd>{limit}</dd>
        </div>
      </dl>
      <p role="status" className={styles.standing} data-stopped={stopped === 'nothing' ? undefined : true}>
        {standing[stopped]}
      </p>
    </section>
  );
}
