import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { DECLINE_REASONS, type DeclineReason } from '../../../wording/decline-reasons.ts';
import type { Role } from '../api/use-invite.ts';
import { type NewSentence, useAddSentence, useRemoveSentence, useSentences } from '../api/use-sentences.ts';
import { useLanguage } from '../language/language-context.ts';
import field from '../parts/choice-field.module.css';
import { Dialog } from '../parts/dialog.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { REASON_TEXT } from './code-texts.ts';
import styles from './people-dialog.module.css';

const EMPTY: NewSentence = { reason: 'off-topic', en: '', ar: '', shared: false };

/** The sentences that a curator tells requesters often, and what leads wrote for everybody. */
export function SentencesDialog({ mine, onClose }: { mine: Role; onClose: () => void }) {
  const { language, say } = useLanguage();
  const { data, error } = useSentences();
  const add = useAddSentence();
  const remove = useRemoveSentence();
  const [written, setWritten] = useState(EMPTY);
  const whole = written.en.trim() !== '' && written.ar.trim() !== '';

  function send(event: FormEvent) {
    event.preventDefault();
    if (whole) add.mutate(written, { onSuccess: () => setWritten({ ...EMPTY, reason: written.reason }) });
  }

  return (
    <Dialog wide title={say('sentencesTitle')} onClose={onClose}>
      <div className={styles.sheet}>
        <p className={styles.soft}>{say('sentencesHint')}</p>
        {(error ?? add.error ?? remove.error) ? <ProblemNotice error={error ?? add.error ?? remove.error} /> : null}
        {data?.sentences.length === 0 ? <p>{say('sentencesNone')}</p> : null}
        <ul className={styles.list}>
          {data?.sentences.map((each) => (
            <li key={each.id}>
              <div>
                <p dir="auto" lang={language}>
                  {each[language]}
                </p>
                <p className={styles.soft}>
                  {say(REASON_TEXT[each.reason as DeclineReason])}
                  {each.shared ? ` · ${say('sentenceShared')}` : ''}
                </p>
              </div>
              {each.removable ? (
                <Button size="compact-sm" variant="default" onClick={() => remove.mutate(each.id)}>
                  {say('sentenceRemove')}
                  <span className="unseen">{each[language]}</span>
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
        <form className={styles.sheet} onSubmit={send}>
          <label className={field.field}>
            {say('sentenceReason')}
            <select
              value={written.reason}
              onChange={(event) => setWritten({ ...written, reason: event.currentTarget.value as DeclineReason })}
            >
              {DECLINE_REASONS.map((code) => (
                <option key={code} value={code}>
                  {say(REASON_TEXT[code])}
                </option>
              ))}
            </select>
          </label>
          <TextInput
            dir="ltr"
            lang="en"
            maxLength={300}
            label={say('sentenceEnglish')}
            value={written.en}
            onChange={(event) => setWritten({ ...written, en: event.currentTarget.value })}
          />
          <TextInput
            dir="rtl"
            lang="ar"
            maxLength={300}
            label={say('sentenceArabic')}
            value={written.ar}
            onChange={(event) => setWritten({ ...written, ar: event.currentTarget.value })}
          />
          {mine === 'lead' || mine === 'operator' ? (
            <label>
              <input
                type="checkbox"
                checked={written.shared}
                onChange={(event) => setWritten({ ...written, shared: event.currentTarget.checked })}
              />{' '}
              {say('sentenceShared')}
            </label>
          ) : null}
          <div>
            <Button type="submit" disabled={!whole} loading={add.isPending}>
              {say('sentenceAdd')}
            </Button>
          </div>
        </form>
      </div>
    </Dialog>
  );
}
