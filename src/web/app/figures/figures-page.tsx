import { Link, useSearchParams } from 'react-router';
import type { FigureWindow } from '../../api/contract-of-figures.ts';
import { useFigures } from '../api/use-figures.ts';
import { useMe } from '../api/use-me.ts';
import { DeskClosed } from '../desk/desk-closed.tsx';
import { useLanguage } from '../language/language-context.ts';
import { ChoiceRow } from '../parts/choice-row.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { PageSkeleton } from '../shell/page-skeleton.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { CuratorTable } from './curator-table.tsx';
import { FigureCharts } from './figure-charts.tsx';
import { FigureTiles } from './figure-tiles.tsx';
import styles from './figures-page.module.css';
import { TakeWithYou } from './take-with-you.tsx';

const WINDOW_TEXT = {
  day: 'figuresDay',
  week: 'figuresWeek',
  month: 'figuresMonth',
  quarter: 'figuresQuarter',
} as const satisfies Record<FigureWindow, string>;
/** Not the contract's own list: the library that reads it would come with the page. */
const WINDOWS = Object.keys(WINDOW_TEXT) as FigureWindow[];

export function FiguresPage() {
  const { say } = useLanguage();
  usePageTitle(say('figuresTitle'));
  const { data: me, isPending } = useMe();
  if (isPending) return <PageSkeleton />;
  if (!me?.curator) return <DeskClosed />;
  if (me.role !== 'lead' && me.role !== 'operator') {
    return (
      <div className={styles.page}>
        <h1>{say('figuresTitle')}</h1>
        <p>{say('figuresClosed')}</p>
        <Link to="/desk">{say('backToDesk')}</Link>
      </div>
    );
  }
  return <Figures />;
}

/** The time stands in the address, so that a view can be handed on. */
function Figures() {
  const { say } = useLanguage();
  const [search, setSearch] = useSearchParams();
  const window = WINDOWS.find((one) => one === search.get('window')) ?? 'day';
  const { data, error, isPending, refetch } = useFigures(window);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <Link to="/desk">{say('backToDesk')}</Link>
        <h1>{say('figuresTitle')}</h1>
        <p className={styles.soft}>{say('figuresLead')}</p>
      </header>
      <ChoiceRow
        quiet
        legend={say('figuresWindow')}
        choices={WINDOWS.map((value) => ({ value, label: say(WINDOW_TEXT[value]) }))}
        value={window}
        onChange={(value) => setSearch({ window: value }, { replace: true, preventScrollReset: true })}
      />
      {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
      {isPending && !error ? <PageSkeleton /> : null}
      {data ? (
        <>
          <FigureTiles figures={data} />
          <FigureCharts figures={data} />
          <CuratorTable curators={data.curators} />
          <TakeWithYou from={data.from} />
        </>
      ) : null}
    </div>
  );
}
