import { Button, Checkbox, Textarea } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import type { AnnouncementView } from '../../api/contract-of-announcing.ts';
import { useAnnounce } from '../api/use-announcements.ts';
import type { Language } from '../language/language.ts';
import { useLanguage } from '../language/language-context.ts';
import { ChoiceRow } from '../parts/choice-row.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import styles from './calls-page.module.css';
import { PLATFORM_NAMES } from './platform-choice.tsx';

const LANGUAGES = ['en', 'ar'] as const;
const NAMES = { en: 'English', ar: 'العربية' } as const;

/** What is told of one call in one place, as suggested and as the curator words it; posted once. */
export function AnnouncementForm({ announcement }: { announcement: AnnouncementView }) {
  const { platform, place, callId, what, words, clip, state, posted, spoken, textLength } = announcement;
  const { language, say } = useLanguage();
  const announce = useAnnounce();
  const heading = useId();
  const [locale, setLocale] = useState<Language>(spoken ?? language);
  const [written, setWritten] = useState<string | null>(null);
  const [withClip, setWithClip] = useState(false);

  function submit(event: FormEvent) {
    event.preventDefault();
    const order = { platform, place, callId, what, locale, words: written ?? words[locale] };
    announce.mutate({ ...order, withClip: withClip && clip !== null });
  }
  return (
    <form className={styles.telling} onSubmit={submit} aria-labelledby={heading}>
      <h3 id={heading}>
        <Where announcement={announcement} />
      </h3>
      {state === 'draft' ? (
        <>
          <ChoiceRow
            quiet
            legend={say('announceLanguage')}
            choices={LANGUAGES.map((value) => ({ value, label: NAMES[value] }))}
            value={locale}
            onChange={(next) => {
              setLocale(next);
              setWritten(null);
            }}
          />
          <Textarea
            label={say('announceWords')}
            description={say('announceMost', { count: textLength })}
            value={written ?? words[locale]}
            dir="auto"
            autosize
            minRows={3}
            onChange={(event) => setWritten(event.currentTarget.value)}
          />
          {clip ? (
            <Checkbox
              label={say('announceWithClip', { caption: clip.caption })}
              checked={withClip}
              onChange={(event) => setWithClip(event.currentTarget.checked)}
            />
          ) : null}
          {platform === 'x' && what !== 'closed' ? <p className={styles.soft}>{say('xAnswers')}</p> : null}
        </>
      ) : (
        <blockquote dir="auto" className={styles.text}>
          {posted}
        </blockquote>
      )}
      {state === 'unclear' ? <p>{say('announceUnclear')}</p> : null}
      {announce.error ? <ProblemNotice error={announce.error} /> : null}
      {announce.data?.message ? <p role="alert">{announce.data.message}</p> : null}
      {state === 'posted' ? (
        <p role="status">{say('announcePosted')}</p>
      ) : (
        <Button type="submit" loading={announce.isPending} aria-describedby={heading}>
          {say('announcePost')}
        </Button>
      )}
    </form>
  );
}

function Where({ announcement: { platform, placeName } }: { announcement: AnnouncementView }) {
  const { say } = useLanguage();
  return (
    <>
      {platform === 'room' ? say('announceInRoom') : (PLATFORM_NAMES[platform] ?? platform)}
      {placeName === null ? null : (
        <>
          {' · '}
          <bdi>{placeName}</bdi>
        </>
      )}
    </>
  );
}
