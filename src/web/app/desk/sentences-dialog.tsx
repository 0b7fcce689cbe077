import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { DECLINE_REASONS, type DeclineReason } from '../../../wording/decline-reasons.ts';
import { REASON_TEXT } from '../../../wording/reason-text.ts';
import type { Role } from '../api/use-invite.ts';
import { type NewSentence, useRemoveSentence, useSentences, useWriteSentence } from '../api/use-sentences.ts';
import { useLanguage } from '../language/language-context.ts';
import field from '../parts/choice-field.module.css';
import { Dialog } from '../parts/dialog.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import styles from './people-dialog.module.css';

/** `id`: of one that is written anew; null: a new one. */
type Written = NewSentence & { id: string | null };
const EMPTY: Written = { id: null, reason: 'off-topic', en: '', ar: '', shared: false };

/** The sentences that a curator tells requesters often, and what leads wrote for everybody. */
export function SentencesDialog({ mine, onClose }: { mine: Role; onClose: () => void }) {
  const { language, say } = useLanguage();
  const { data, error } = useSentences();
  const write = useWriteSentence();
  const english = useRef<HTMLInputElement>(null);
  const remove = useRemoveSentence();
  const [written, setWritten] = useState(EMPTY);
  const whole = written.en.trim() !== '' && written.ar.trim() !== '';

  function send(event: FormEvent) {
    event.preventDefault();
    if (whole) write.mutate(written, { onSuccess: () => setWritten({ ...EMPTY, reason: written.reason }) });
  }

  return (
    <Dialog wide title={say('sentencesTitle')} onClose={onClose}>
      <div className={styles.sheet}>
        <p className={styles.soft}>{say('sentencesHint')}</p>
        {(error ?? write.error ?? remove.error) ? <ProblemNotice error={error ?? write.error ?? remove.error} /> : null}
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
                <div className={styles.acts}>
                  <Button
                    size="compact-sm"
                    variant="default"
                    onClick={() => {
                      const { id, en, ar, shared } = each;
                      setWritten({ id, reason: each.reason as DeclineReason, en, ar, shared });
                      english.current?.focus();
                    }}
                  >
                    {say('sentenceChange')}
                    <span className="unseen">{each[language]}</span>
                  </Button>
                  <Button size="compact-sm" variant="default" onClick={() => remove.mutate(each.id)}>
                    {say('sentenceRemove')}
                    <span className="unseen">{each[language]}</span>
                  </Button>
                </div>
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
            ref={english}
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
          {written.id === null && (mine === 'lead' || mine === 'operator') ? (
            <label>
              <input
                type="checkbox"
                checked={written.shared}
                onChange={(event) => setWritten({ ...written, shared: event.currentTarget.checked })}
              />{' '}
              {say('sentenceShared')}
            </label>
          ) : null}
          <div className={styles.acts}>
            <Button type="submit" disabled={!whole} loading={write.isPending}>
              {say(written.id === null ? 'sentenceAdd' : 'sentenceSave')}
            </Button>
            {written.id === null ? null : (
              <Button variant="default" onClick={() => setWritten(EMPTY)}>
                {say('cancel')}
              </Button>
            )}
          </div>
        </form>
      </div>
    </Dialog>
  );
}
