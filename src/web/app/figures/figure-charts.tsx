import { REASON_TEXT } from '../../../wording/reason-text.ts';
import type { FiguresPage } from '../../api/contract-of-figures.ts';
import { useLanguage } from '../language/language-context.ts';
import styles from './figures-page.module.css';
import { ShareChart } from './share-chart.tsx';
import { TimeChart } from './time-chart.tsx';

export function FigureCharts({ figures }: { figures: FiguresPage }) {
  const { say, write } = useLanguage();
  const { times, step, spend, reasons, policies } = figures;
  const moments = times.map(({ at }) => at);
  const reasonOf = (reason: string) =>
    reason in REASON_TEXT ? say(REASON_TEXT[reason as keyof typeof REASON_TEXT]) : reason;
  return (
    <div className={styles.charts}>
      <TimeChart
        title={say('figuresWaiting')}
        {...{ moments, step, write: write.number }}
        series={[{ name: say('figuresWaitingNow'), look: 'area', values: times.map(({ waiting }) => waiting) }]}
      />
      <TimeChart
        title={say(step === 'hour' ? 'figuresInAndOut' : 'figuresInAndOutDays')}
        {...{ moments, step, write: write.number }}
        series={[
          { name: say('figuresAsked'), look: 'bar', values: times.map(({ asked }) => asked) },
          { name: say('figuresDecided'), look: 'line', values: times.map(({ decided }) => decided) },
        ]}
      />
      <TimeChart
        title={say('figuresTime')}
        {...{ moments, step, write: write.duration }}
        series={[
          { name: say('figuresTimeMost'), look: 'bar', values: times.map(({ p95 }) => p95) },
          { name: say('figuresTimeHalf'), look: 'line', values: times.map(({ p50 }) => p50) },
        ]}
      />
      <TimeChart
        title={say('figuresSpendDays')}
        moments={spend.map(({ day }) => `${day}T00:00:00.000Z`)}
        step="day"
        write={write.dollars}
        series={[{ name: say('figuresSpend'), look: 'bar', values: spend.map(({ usd }) => usd) }]}
      />
      <ShareChart
        title={say('figuresReasons')}
        shares={reasons.map(({ reason, count }) => ({ name: reasonOf(reason), count }))}
      />
      <ShareChart
        title={say('figuresPolicies')}
        shares={policies.map(({ title, count }) => ({ name: title, count }))}
      />
    </div>
  );
}
