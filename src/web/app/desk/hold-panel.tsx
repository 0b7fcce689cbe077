import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { HOLD_SPANS, type HoldSpan, untilOf } from '../../../wording/hold-spans.ts';
import type { DeskAction } from '../../api/contract-of-actions.ts';
import { useLanguage } from '../language/language-context.ts';
import styles from './request-card.module.css';
import { useDeskKeys } from './use-desk-keys.ts';

interface HoldPanelProps {
  busy: boolean;
  onAct: (act: DeskAction) => void;
  onClose: () => void;
}

/** Putting aside in three keys: H, the number of how long, Enter; a note may come between. */
export function HoldPanel({ busy, onAct, onClose }: HoldPanelProps) {
  const { say, write } = useLanguage();
  const [span, setSpan] = useState<HoldSpan>(HOLD_SPANS[1]);
  const [note, setNote] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const noteField = useRef<HTMLInputElement>(null);

  useEffect(() => form.current?.querySelector<HTMLInputElement>('input:checked')?.focus(), []);
  useDeskKeys(
    Object.fromEntries(
      HOLD_SPANS.map((each, index) => [
        String(index + 1),
        () => {
          setSpan(each);
          noteField.current?.focus();
        },
      ]),
    ),
  );

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
      <fieldset className={styles.reasons}>
        <legend className="unseen">{say('holdTitle')}</legend>
        {HOLD_SPANS.map((each, index) => (
          <label key={each.text} className={styles.reason}>
            <input type="radio" name="span" checked={each === span} onChange={() => setSpan(each)} />
            <span className={styles.key} aria-hidden="true">
              {write.number(index + 1)}
            </span>
            {say(each.text)}
          </label>
        ))}
      </fieldset>
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
