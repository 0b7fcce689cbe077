import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useChangeName, useMe } from '../api/use-me.ts';
import { useLanguage } from '../language/language-context.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import styles from './visitor-name.module.css';

/** The name under which one posts, and the way to another. */
export function VisitorName() {
  const { say } = useLanguage();
  const { data: me } = useMe();
  const change = useChangeName();
  const [draft, setDraft] = useState<string | null>(null);
  if (!me) return <div className={styles.line} />;

  function save(event: FormEvent) {
    event.preventDefault();
    const name = draft?.trim();
    if (name) change.mutate(name, { onSuccess: () => setDraft(null) });
  }

  if (draft === null) {
    return (
      <div className={styles.line}>
        <span>{say('youAre', { name: me.name })}</span>
        <button type="button" className={styles.change} onClick={() => setDraft(me.name)}>
          {say('changeName')}
        </button>
      </div>
    );
  }
  return (
    <form className={styles.form} onSubmit={save}>
      <TextInput
        size="sm"
        dir="auto"
        maxLength={40}
        aria-label={say('yourName')}
        value={draft}
        autoFocus
        onChange={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setDraft(null);
        }}
      />
      <Button size="sm" type="submit" loading={change.isPending}>
        {say('saveName')}
      </Button>
      {change.error ? <ProblemNotice error={change.error} /> : null}
    </form>
  );
}
