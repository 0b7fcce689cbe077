import { ApiProblem } from '../api/call-api.ts';
import { useLanguage } from '../language/language-context.ts';
import { Icon } from './icon.tsx';
import styles from './problem-notice.module.css';

interface ProblemNoticeProps {
  error: unknown;
  onRetry?: () => void;
  onClose?: () => void;
}

/** What the interface says was wrong, in its own words; where it said nothing, that it cannot be reached. */
export function ProblemNotice({ error, onRetry, onClose }: ProblemNoticeProps) {
  const { say } = useLanguage();
  const told = error instanceof ApiProblem ? error.problem.message : '';
  return (
    <div role="alert" className={styles.notice}>
      <p dir="auto">{told || say('unreachable')}</p>
      {onRetry ? (
        <button type="button" className={styles.retry} onClick={onRetry}>
          {say('tryAgain')}
        </button>
      ) : null}
      {onClose ? (
        <button type="button" className={styles.close} aria-label={say('close')} onClick={onClose}>
          <Icon name="close" size={16} />
        </button>
      ) : null}
    </div>
  );
}
