import { Button } from '@mantine/core';
import type { DeskCard } from '../../api/contract.ts';
import type { DeskAction } from '../../api/contract-of-actions.ts';
import { useLanguage } from '../language/language-context.ts';
import styles from './request-card.module.css';

/** Whether the picture is accepted again, and the way to have it so. */
export function KeptOutNote({
  keptOut,
  busy,
  onAct,
}: {
  keptOut: DeskCard['pictureKeptOut'];
  busy: boolean;
  onAct: (act: DeskAction) => void;
}) {
  const { say } = useLanguage();
  if (keptOut === null) return null;
  if (keptOut === 'let-in') return <p className={styles.quiet}>{say('pictureLetIn')}</p>;
  return (
    <p className={styles.quiet}>
      {say('pictureKeptOut')}{' '}
      <Button size="compact-xs" variant="default" loading={busy} onClick={() => onAct({ action: 'let-picture-in' })}>
        {say('letPictureIn')}
      </Button>
    </p>
  );
}
