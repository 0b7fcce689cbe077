import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { DeskAction } from '../../api/contract-of-actions.ts';
import { useLanguage } from '../language/language-context.ts';
import styles from './request-card.module.css';

interface AskPanelProps {
  /** Whether anybody can be asked where it came from. */
  canAsk: boolean;
  busy: boolean;
  onAct: (act: DeskAction) => void;
  onClose: () => void;
}

/** A question to the requester. Where nobody can be asked, it says so. */
export function AskPanel({ canAsk, busy, onAct, onClose }: AskPanelProps) {
  const { say } = useLanguage();
  const [question, setQuestion] = useState('');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('textarea, button')?.focus(), []);

  function send(event: FormEvent | React.KeyboardEvent) {
    event.preventDefault();
    if (question.trim() !== '' && !busy) onAct({ action: 'ask', question: question.trim() });
  }

  return (
    <form
      ref={form}
      className={styles.panel}
      onSubmit={send}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send(event);
      }}
    >
      <div>
        <h2>{say('askTitle')}</h2>
        <p className={styles.quiet}>{say(canAsk ? 'askHint' : 'askCannot')}</p>
      </div>
      {canAsk ? (
        <Textarea
          autosize
          minRows={2}
          maxRows={6}
          maxLength={500}
          dir="auto"
          label={say('askTitle')}
          value={question}
          onChange={(event) => setQuestion(event.currentTarget.value)}
        />
      ) : null}
      <div className={styles.buttons}>
        {canAsk ? (
          <Button type="submit" disabled={question.trim() === ''} loading={busy} title="Ctrl + Enter">
            {say('askSend')}
          </Button>
        ) : null}
        <Button variant="default" onClick={onClose}>
          {say('cancel')}
        </Button>
      </div>
    </form>
  );
}
