import type { DuelBoardPage } from '../../api/contract-of-duels.ts';
import { boardPath } from '../../pages/board-query.ts';
import { useDuelBoard } from '../api/use-duels.ts';
import { useLanguage } from '../language/language-context.ts';
import styles from './duel-board.module.css';

/** Places as far as they are certain, and between what the truth lies. */
export function DuelBoard({ call }: { call: string }) {
  const { say, language } = useLanguage();
  const { data } = useDuelBoard(call);
  if (!data) return null;
  const { answers, heldAnswers, answerHeld, uncompared } = data;
  const notes = [
    ...(answers > 0 ? [say('standingAnswers', { count: answers })] : []),
    ...(heldAnswers > 0 ? [say('heldAnswers', { count: heldAnswers })] : []),
    ...(answerHeld ? [say('heldAnswersYours')] : []),
    ...(uncompared > 0 ? [say('standingUncompared', { count: uncompared })] : []),
  ];
  return (
    <section className={styles.board} aria-labelledby="board">
      <h2 id="board">{say('standingTitle')}</h2>
      {data.lines.length === 0 ? (
        <p className={styles.soft}>{say('standingEmpty')}</p>
      ) : (
        <>
          <p className={styles.soft}>{say('standingLead')}</p>
          <ol className={styles.lines}>
            {data.lines.map((line) => (
              <BoardLine key={line.id} line={line} />
            ))}
          </ol>
        </>
      )}
      <p className={styles.soft}>
        {notes.join(' · ')}
        {data.lines.length > 0 ? (
          <>
            {' · '}
            <a href={`${boardPath({ by: 'duels', call })}&locale=${language}`}>{say('boardTitle')}</a>
          </>
        ) : null}
      </p>
    </section>
  );
}

function BoardLine({ line }: { line: DuelBoardPage['lines'][number] }) {
  const { language, say, write } = useLanguage();
  const { from, to, share, low, high } = line;
  const certain = from === to;
  const shares = { share: write.percent(share), low: write.percent(low), high: write.percent(high) };
  return (
    <li className={styles.line} data-certain={certain || undefined}>
      <span className={styles.place}>
        <span className="unseen">{certain ? say('standingPlace', { from }) : say('standingPlaces', { from, to })}</span>
        <span aria-hidden="true">{certain ? write.number(from) : say('standingRange', { from, to })}</span>
      </span>
      <img className={styles.poster} src={line.posterUrl} alt="" loading="lazy" width={64} height={48} />
      <div className={styles.words}>
        <p dir="auto" lang={line.locale}>
          {/* As much as there is room for; the whole is on the clip's page. */}
          <a className={styles.prompt} href={`/clips/${encodeURIComponent(line.id)}?locale=${language}`}>
            {line.prompt}
          </a>
        </p>
        <p className={styles.soft}>
          {say('askedBy', { name: line.requesterName })} · {say('standingDuels', { count: line.duels })}
        </p>
      </div>
      <span className={styles.shares}>
        <span className="unseen">{say('standingShare', shares)}</span>
        <svg className={styles.bar} viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
          <line className={styles.middle} x1="50" x2="50" y1="0" y2="12" />
          <rect
            className={styles.range}
            x={low * 100}
            width={Math.max(1, (high - low) * 100)}
            y="3"
            height="6"
            rx="1"
          />
          <rect className={styles.likely} x={share * 100 - 0.75} width="1.5" y="0" height="12" />
        </svg>
        <span className={styles.share} aria-hidden="true">
          {shares.share}
        </span>
      </span>
    </li>
  );
}
