import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import type { DuelAnswerSent, DuelPage } from '../../api/contract-of-duels.ts';
import { useAnswerDuel, useDuel } from '../api/use-duels.ts';
import { useLanguage } from '../language/language-context.ts';
import { announce } from '../parts/announce.ts';
import { PaperScene } from '../parts/paper-scene.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { Duel } from './duel.tsx';
import { DuelBoard } from './duel-board.tsx';
import styles from './duels-page.module.css';

/** Two clips side by side, which is better, and below what all answers together say. The call stands in the address. */
export function DuelsPage() {
  const { say, language } = useLanguage();
  usePageTitle(say('duelsTitle'));
  const [search, setSearch] = useSearchParams();
  const call = search.get('call');
  const { data, error, refetch } = useDuel(call);
  const answer = useAnswerDuel(call);
  const calls = data?.calls ?? [];
  useSayNext(data);
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1>{say('duelsTitle')}</h1>
        <p>{say('duelsLead')}</p>
        {calls.length > 1 ? (
          <label className={styles.calls}>
            <span>{say('duelsCall')}</span>
            <select
              value={calls[0]?.id}
              onChange={(event) => setSearch({ call: event.currentTarget.value }, { replace: true })}
            >
              {calls
                .toSorted((a, b) => (a.id < b.id ? -1 : 1))
                .map(({ id, theme }) => (
                  <option key={id} value={id}>
                    {theme[language]}
                  </option>
                ))}
            </select>
          </label>
        ) : null}
      </div>
      {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
      {answer.error ? <ProblemNotice error={answer.error} onClose={answer.reset} /> : null}
      {data?.duel ? (
        <Duel
          duel={data.duel}
          answered={data.answered}
          onAnswer={(better: DuelAnswerSent['answer']) => {
            if (data.duel && !answer.isPending) answer.mutate({ ticket: data.duel.ticket, answer: better });
          }}
        />
      ) : null}
      {data && !data.duel ? <NothingLeft compared={data.answered > 0} /> : null}
      {calls[0] ? <DuelBoard call={calls[0].id} /> : null}
    </div>
  );
}

/** Who does not see the clips change is told that they did. */
function useSayNext(page: DuelPage | undefined): void {
  const { say } = useLanguage();
  const before = useRef(page?.answered);
  useEffect(() => {
    const last = before.current;
    before.current = page?.answered;
    if (last === undefined || page === undefined || page.answered <= last) return;
    const { duel } = page;
    announce(duel ? say('duelNext', { left: duel.left.prompt, right: duel.right.prompt }) : say('duelDone'));
  }, [page, say]);
}

function NothingLeft({ compared }: { compared: boolean }) {
  const { say } = useLanguage();
  return (
    <div className={styles.empty}>
      <PaperScene />
      <h2>{say(compared ? 'duelDone' : 'duelsNone')}</h2>
      <p>{say(compared ? 'duelDoneMore' : 'duelsNoneMore')}</p>
    </div>
  );
}
