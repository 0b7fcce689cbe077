import { useSearchParams } from 'react-router';
import type { ResultsOrder, ResultsWindow } from '../api/query-keys.ts';
import { useResults } from '../api/use-results.ts';
import { useLanguage } from '../language/language-context.ts';
import { ChoiceRow } from '../parts/choice-row.tsx';
import { PaperScene } from '../parts/paper-scene.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { ResultCard } from './result-card.tsx';
import styles from './results-page.module.css';
import { ResultsSkeleton } from './results-skeleton.tsx';

const ORDERS = ['best', 'newest'] as const;
const WINDOWS = ['week', 'month', 'all'] as const;
const ORDER_TEXT = { best: 'orderBest', newest: 'orderNewest' } as const;
const WINDOW_TEXT = { week: 'windowWeek', month: 'windowMonth', all: 'windowAll' } as const;

/** What came out of the calls; order and window stand in the address, so that a view can be handed on. */
export function ResultsPage() {
  const { say } = useLanguage();
  usePageTitle(say('resultsTitle'));
  const [search, setSearch] = useSearchParams();
  const order = ORDERS.find((one) => one === search.get('order')) ?? 'best';
  const window = WINDOWS.find((one) => one === search.get('window')) ?? 'all';
  const choose = (next: { order?: ResultsOrder; window?: ResultsWindow }) =>
    setSearch({ order, window, ...next }, { replace: true, preventScrollReset: true });

  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useResults(order, window);
  const results = data?.pages.flatMap((page) => page.results) ?? [];
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{say('resultsTitle')}</h1>
        <p>{say('resultsRule')}</p>
      </header>
      <div className={styles.filters}>
        <ChoiceRow
          quiet
          legend={say('order')}
          choices={ORDERS.map((value) => ({ value, label: say(ORDER_TEXT[value]) }))}
          value={order}
          onChange={(value) => choose({ order: value })}
        />
        <ChoiceRow
          quiet
          legend={say('window')}
          choices={WINDOWS.map((value) => ({ value, label: say(WINDOW_TEXT[value]) }))}
          value={window}
          onChange={(value) => choose({ window: value })}
        />
      </div>
      {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
      {isPending && !error ? <ResultsSkeleton /> : null}
      {data && results.length === 0 ? (
        <div className={styles.empty}>
          <PaperScene />
          <h2>{say('emptyResults')}</h2>
          <p>{say('emptyResultsHint')}</p>
        </div>
      ) : null}
      <ol className={styles.grid}>
        {results.map((request, index) => (
          <ResultCard key={request.id} request={request} rank={order === 'best' ? index + 1 : null} />
        ))}
      </ol>
      {hasNextPage ? (
        <button
          type="button"
          className={styles.more}
          disabled={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {say('more')}
        </button>
      ) : null}
    </div>
  );
}
