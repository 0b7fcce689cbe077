import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { useAppeal } from '../api/use-own-post.ts';
import { useLanguage } from '../language/language-context.ts';
import { Dialog } from '../parts/dialog.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import styles from './own-post-actions.module.css';

/** One's word against a decision; it can be given once. */
export function AppealDialog({ appeal, onClose }: { appeal: ReturnType<typeof useAppeal>; onClose: () => void }) {
  const { say } = useLanguage();
  const [words, setWords] = useState('');

  function send(event: FormEvent) {
    event.preventDefault();
    if (words.trim() !== '') appeal.mutate(words.trim(), { onSuccess: onClose });
  }

  return (
    <Dialog title={say('appealTitle')} onClose={onClose}>
      <form onSubmit={send}>
        <p className={styles.body}>{say('appealHint')}</p>
        {appeal.error ? <ProblemNotice error={appeal.error} /> : null}
        <Textarea
          autosize
          minRows={2}
          maxRows={8}
          maxLength={1000}
          dir="auto"
          label={say('appealWords')}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <div className={styles.buttons}>
          <Button variant="default" onClick={onClose}>
            {say('appealCancel')}
          </Button>
          <Button type="submit" disabled={words.trim() === ''} loading={appeal.isPending}>
            {say('appealSend')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
