import type { ReactNode } from 'react';
import type { FiguresPage } from '../../api/contract-of-figures.ts';
import { useLanguage } from '../language/language-context.ts';
import { useNow } from '../live/use-now.ts';
import styles from './figures-page.module.css';

/** What a lead looks for first. */
export function FigureTiles({ figures }: { figures: FiguresPage }) {
  const { say, write } = useLanguage();
  const now = useNow();
  const { waiting, oldestWaiting, times, p50, p95, agreement, appeals, spend } = figures;
  const total = (of: 'asked' | 'decided' | 'delivered') => write.number(times.reduce((sum, each) => sum + each[of], 0));
  const { together, agreed } = agreement;
  const decidedAppeals = appeals.upheld + appeals.dismissed;
  return (
    <section aria-label={say('figuresAtAGlance')}>
      <dl className={styles.tiles}>
        <Tile name={say('figuresWaitingNow')} value={write.number(waiting)}>
          {oldestWaiting ? say('figuresWaitingSince', { ago: write.ago(oldestWaiting, now) }) : null}
        </Tile>
        <Tile name={say('figuresAsked')} value={total('asked')} />
        <Tile name={say('figuresDecided')} value={total('decided')} />
        <Tile name={say('figuresDelivered')} value={total('delivered')} />
        <Tile name={say('figuresTime')} value={p50 === null ? '—' : write.duration(p50)}>
          {p95 === null ? null : say('figuresTimeMostOf', { time: write.duration(p95) })}
        </Tile>
        <Tile name={say('figuresAgreement')} value={together === 0 ? '—' : write.percent(agreed / together)}>
          {together === 0
            ? say('figuresAgreementNone')
            : say('figuresAgreementOf', { count: together, agreed: write.number(agreed) })}
        </Tile>
        <Tile name={say('figuresAppeals')} value={write.number(appeals.upheld)}>
          {say('figuresAppealsOf', { count: decidedAppeals })}
        </Tile>
        <Tile name={say('figuresSpend')} value={write.dollars(spend.reduce((sum, { usd }) => sum + usd, 0))}>
          {say('figuresSpendHint')}
        </Tile>
      </dl>
    </section>
  );
}

function Tile({ name, value, children }: { name: string; value: string; children?: ReactNode }) {
  return (
    <div className={styles.tile}>
      <dt>{name}</dt>
      <dd>
        <span className={styles.value}>{value}</span>
        {children ? <span className={styles.more}>{children}</span> : null}
      </dd>
    </div>
  );
}
