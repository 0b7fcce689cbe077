import { Button } from '@mantine/core';
import { useSeeded, useSeededSeen } from '../api/use-seeded.ts';
import { useLanguage } from '../language/language-context.ts';
import styles from './seeded-note.module.css';

/** Tells a curator afterwards that something was a check, and what would have been right. */
export function SeededNote() {
  const { say } = useLanguage();
  const { data } = useSeeded();
  const seen = useSeededSeen();
  const cases = data?.cases ?? [];
  if (cases.length === 0) return null;
  return (
    <section className={styles.note} role="status">
      <h2>{say('seededTitle', { count: cases.length })}</h2>
      <ul>
        {cases.map(({ requestId, prompt, locale, right, correct, policy }) => (
          <li key={requestId}>
            <bdi lang={locale} className={styles.prompt}>
              {prompt}
            </bdi>
            <p>
              {say(right === 'approve' ? 'seededRightApprove' : 'seededRightDecline')}{' '}
              {right === 'decline' && policy ? `(${policy}) ` : ''}
              {say(correct ? 'seededWell' : 'seededOther')}
            </p>
          </li>
        ))}
      </ul>
      <p className={styles.soft}>{say('seededHint')}</p>
      <Button
        size="compact-sm"
        variant="default"
        loading={seen.isPending}
        onClick={() => seen.mutate(cases.map(({ requestId }) => requestId))}
      >
        {say('seededSeen')}
      </Button>
    </section>
  );
}
