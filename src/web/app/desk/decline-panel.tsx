import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { DECLINE_REASONS, type DeclineReason } from '../../../wording/decline-reasons.ts';
import { REASON_TEXT } from '../../../wording/reason-text.ts';
import type { DeskAction } from '../../api/contract-of-actions.ts';
import { useSentences } from '../api/use-sentences.ts';
import type { Language } from '../language/language.ts';
import { useLanguage } from '../language/language-context.ts';
import field from '../parts/choice-field.module.css';
import { NumberedChoices } from './numbered-choices.tsx';
import styles from './request-card.module.css';
import { useDeskKeys } from './use-desk-keys.ts';

interface DeclinePanelProps {
  hasPicture: boolean;
  /** The requester's language, in which a kept sentence is told. */
  locale: Language;
  busy: boolean;
  onAct: (act: DeskAction) => void;
  onClose: () => void;
  /** Opens where sentences are kept. */
  onSentences: () => void;
}

/** Declining in three keys: D, the reason's number, Enter; a sentence for the requester may come between. */
export function DeclinePanel({ hasPicture, locale, busy, onAct, onClose, onSentences }: DeclinePanelProps) {
  const { language, say } = useLanguage();
  const sentences = useSentences().data?.sentences ?? [];
  const [reason, setReason] = useState<DeclineReason | null>(null);
  const [note, setNote] = useState('');
  const [neverAgain, setNeverAgain] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const noteField = useRef<HTMLInputElement>(null);
  const kept = useRef<HTMLSelectElement>(null);

  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  useDeskKeys({ t: () => kept.current?.focus() });

  /** It can still be changed before it is sent. */
  function take(id: string) {
    const sentence = sentences.find((each) => each.id === id);
    setNote(sentence?.[locale] ?? '');
    if (sentence) setReason(sentence.reason as DeclineReason);
  }

  function send(event: FormEvent) {
    event.preventDefault();
    if (!reason || busy) return;
    const words = note.trim() === '' ? {} : { note: note.trim() };
    onAct({ action: 'decline', reason, ...words, ...(neverAgain ? { neverAgain } : {}) });
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
        <h2>{say('declineTitle')}</h2>
        <p className={styles.quiet}>{say('declineHint')}</p>
      </div>
      <NumberedChoices
        name="reason"
        legend={say('declineTitle')}
        choices={DECLINE_REASONS.map((value) => ({ value, label: say(REASON_TEXT[value]) }))}
        chosen={reason}
        onChoose={setReason}
        onNumber={() => noteField.current?.focus()}
      />
      <div className={styles.sentences}>
        {sentences.length > 0 ? (
          <label className={field.field}>
            {say('sentenceChoose')}
            <select
              ref={kept}
              aria-keyshortcuts="T"
              value={sentences.find((each) => each[locale] === note)?.id ?? ''}
              onChange={(event) => take(event.currentTarget.value)}
            >
              <option value="">{say('sentenceOwn')}</option>
              {sentences.map((each) => (
                <option key={each.id} value={each.id}>
                  {each[language]}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        <Button size="compact-sm" variant="subtle" onClick={onSentences}>
          {say('sentencesTitle')}
        </Button>
      </div>
      <TextInput
        ref={noteField}
        dir="auto"
        maxLength={500}
        label={`${say('note')} ${say('noteOptional')}`}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {hasPicture ? (
        <label className={styles.sure}>
          <input
            type="checkbox"
            checked={neverAgain}
            onChange={(event) => setNeverAgain(event.currentTarget.checked)}
          />
          {say('neverAgain')}
        </label>
      ) : null}
      <div className={styles.buttons}>
        <Button type="submit" disabled={!reason} loading={busy}>
          {say('declineSend')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {say('cancel')}
        </Button>
      </div>
    </form>
  );
}
