import { useStatement } from '../api/use-statement.ts';
import { useLanguage } from '../language/language-context.ts';
import { Dialog } from '../parts/dialog.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import styles from './statement-dialog.module.css';

/** Why it is restricted, and what one can do about it. */
export function StatementDialog({ requestId, onClose }: { requestId: string; onClose: () => void }) {
  const { say, write } = useLanguage();
  const { data, error, isPending } = useStatement(requestId);
  return (
    <Dialog title={say('statementTitle')} onClose={onClose}>
      {isPending ? <p>{say('loading')}</p> : null}
      {error ? <ProblemNotice error={error} /> : null}
      {data ? (
        <dl className={styles.statement}>
          <dt>{say('statementDecision')}</dt>
          <dd>
            {data.decision} <span className={styles.soft}>{write.dateTime(data.at)}</span>
          </dd>
          <dt>{say('statementFacts')}</dt>
          <dd>{data.facts}</dd>
          <dt>{say('statementGrounds')}</dt>
          {data.grounds.map(({ title, sentence }) => (
            <dd key={title}>
              <strong>{title}</strong> {sentence}
            </dd>
          ))}
          <dt>{say('statementRedress')}</dt>
          {data.redress.map((sentence) => (
            <dd key={sentence}>{sentence}</dd>
          ))}
        </dl>
      ) : null}
    </Dialog>
  );
}
