import { Button, Checkbox, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { AnnouncementView } from '../../api/contract-of-x.ts';
import { useAnnounce } from '../api/use-x.ts';
import type { Language } from '../language/language.ts';
import { useLanguage } from '../language/language-context.ts';
import { ChoiceRow } from '../parts/choice-row.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import styles from './x-dialog.module.css';

const LANGUAGES = ['en', 'ar'] as const;
const NAMES = { en: 'English', ar: 'العربية' } as const;

/** What is told of one call, as suggested and as the curator words it; posted once. */
export function AnnouncementForm({ announcement }: { announcement: AnnouncementView }) {
  const { callId, what, theme, words, clip, state, posted } = announcement;
  const { language, say } = useLanguage();
  const announce = useAnnounce();
  const [locale, setLocale] = useState<Language>(language);
  const [written, setWritten] = useState<string | null>(null);
  const [withClip, setWithClip] = useState(false);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (announce.isPending) return;
    announce.mutate({ callId, what, locale, words: written ?? words[locale], withClip: withClip && clip !== null });
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <h4>{say(what === 'opened' ? 'xOpened' : 'xClosed', { theme: theme[language] })}</h4>
      {state === 'draft' ? (
        <>
          <ChoiceRow
            quiet
            legend={say('xLanguage')}
            choices={LANGUAGES.map((value) => ({ value, label: NAMES[value] }))}
            value={locale}
            onChange={(next) => {
              setLocale(next);
              setWritten(null);
            }}
          />
          <Textarea
            label={say('xWords')}
            value={written ?? words[locale]}
            dir="auto"
            autosize
            minRows={3}
            onChange={(event) => setWritten(event.currentTarget.value)}
          />
          {clip ? (
            <Checkbox
              label={say('xWithClip', { caption: clip.caption })}
              checked={withClip}
              onChange={(event) => setWithClip(event.currentTarget.checked)}
            />
          ) : null}
          {what === 'opened' ? <p className={styles.soft}>{say('xAnswers')}</p> : null}
        </>
      ) : (
        <blockquote dir="auto" className={styles.posted}>
          {posted}
        </blockquote>
      )}
      {state === 'unclear' ? <p>{say('xUnclear')}</p> : null}
      {announce.error ? <ProblemNotice error={announce.error} /> : null}
      {announce.data?.message ? <p role="alert">{announce.data.message}</p> : null}
      {state === 'posted' ? (
        <p role="status">{say('xPosted')}</p>
      ) : (
        <Button type="submit" loading={announce.isPending}>
          {say('xPost')}
        </Button>
      )}
    </form>
  );
}
