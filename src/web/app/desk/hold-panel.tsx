import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { HOLD_SPANS, type HoldSpan, untilOf } from '../../../wording/hold-spans.ts';
import type { DeskAction } from '../../api/contract-of-actions.ts';
import { useLanguage } from '../language/language-context.ts';
import { NumberedChoices } from './numbered-choices.tsx';
import styles from './request-card.module.css';

interface HoldPanelProps {
  busy: boolean;
  onAct: (act: DeskAction) => void;
  onClose: () => void;
}

/** Putting aside in three keys: H, the number of how long, Enter; a note may come between. */
export function HoldPanel({ busy, onAct, onClose }: HoldPanelProps) {
  const { say } = useLanguage();
  const [span, setSpan] = useState<HoldSpan>(HOLD_SPANS[1]);
  const [note, setNote] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const noteField = useRef<HTMLInputElement>(null);

  useEffect(() => form.current?.querySelector<HTMLInputElement>('input:checked')?.focus(), []);

  function send(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    onAct({ action: 'hold', ...untilOf(span, new Date()), ...(note.trim() === '' ? {} : { note: note.trim() }) });
  }

  return (
    <form
      ref={form}
      className={styles.panel}
      onSubmit={send}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <div>
        <h2>{say('holdTitle')}</h2>
        <p className={styles.quiet}>{say('holdHint')}</p>
      </div>
      <NumberedChoices
        name="span"
        legend={say('holdTitle')}
        choices={HOLD_SPANS.map(({ code, text }) => ({ value: code, label: say(text) }))}
        chosen={span.code}
        onChoose={(chosen) => setSpan(HOLD_SPANS.find(({ code }) => code === chosen) ?? span)}
        onNumber={() => noteField.current?.focus()}
      />
      <TextInput
        ref={noteField}
        dir="auto"
        maxLength={500}
        label={`${say('holdNote')} ${say('noteOptional')}`}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className={styles.buttons}>
        <Button type="submit" loading={busy}>
          {say('hold')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {say('cancel')}
        </Button>
      </div>
    </form>
  );
}
