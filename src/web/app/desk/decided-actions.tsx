import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { RequestView } from '../../api/contract.ts';
import type { DeskAction } from '../../api/contract-of-actions.ts';
import { useLanguage } from '../language/language-context.ts';
import styles from './request-card.module.css';

interface DecidedActionsProps {
  request: RequestView;
  /** Its author took it back: it is not looked at again. */
  rests: boolean;
  busy: boolean;
  onAct: (act: DeskAction) => void;
}

/** What may still be done once a request was decided: look at it again, or take its clip down. */
export function DecidedActions({ request, rests, busy, onAct }: DecidedActionsProps) {
  const { say } = useLanguage();
  const [reason, setReason] = useState<string | null>(null);
  if (request.state === 'refused' || request.state === 'declined' || request.state === 'blocked') {
    if (rests) return <p className={styles.quiet}>{say('eventLetRest')}</p>;
    return (
      <div className={styles.bar}>
        <Button variant="default" disabled={busy} onClick={() => onAct({ action: 'uphold-appeal' })}>
          {say('upholdAppeal')}
        </Button>
      </div>
    );
  }
  if (request.state !== 'delivered') return null;
  if (reason === null) {
    return (
      <div className={styles.bar}>
        <Button variant="default" onClick={() => setReason('')}>
          {say('takeDown')}
        </Button>
      </div>
    );
  }

  function send(event: FormEvent) {
    event.preventDefault();
    if (reason?.trim()) onAct({ action: 'take-down', reason: reason.trim() });
  }

  return (
    <form className={styles.panel} onSubmit={send}>
      <TextInput
        autoFocus
        dir="auto"
        maxLength={500}
        label={say('takeDownReason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={styles.buttons}>
        <Button type="submit" disabled={reason.trim() === ''} loading={busy}>
          {say('takeDown')}
        </Button>
        <Button variant="default" onClick={() => setReason(null)}>
          {say('cancel')}
        </Button>
      </div>
    </form>
  );
}
