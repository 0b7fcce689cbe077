import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useAnswerPost } from '../api/use-own-post.ts';
import { useLanguage } from '../language/language-context.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import styles from './own-post-actions.module.css';
import threadStyles from './thread-item.module.css';

/** What a curator asked about one's request is answered in its thread. */
export function AnswerForm({ postId }: { postId: string }) {
  const { say, language } = useLanguage();
  const [words, setWords] = useState('');
  const answer = useAnswerPost(postId);

  function send(event: FormEvent) {
    event.preventDefault();
    if (words.trim() !== '')
      answer.mutate({ words: words.trim(), locale: language }, { onSuccess: () => setWords('') });
  }

  return (
    <form className={threadStyles.reply} onSubmit={send}>
      {answer.error ? <ProblemNotice error={answer.error} onClose={() => answer.reset()} /> : null}
      <Textarea
        autosize
        minRows={1}
        maxRows={6}
        maxLength={1000}
        dir="auto"
        label={say('answerLabel')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <div className={styles.buttons}>
        <Button type="submit" size="compact-sm" disabled={words.trim() === ''} loading={answer.isPending}>
          {say('answerSend')}
        </Button>
      </div>
    </form>
  );
}
