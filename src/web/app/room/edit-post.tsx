import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { RoomPostView } from '../../api/contract.ts';
import { useEditPost } from '../api/use-own-post.ts';
import { useLanguage } from '../language/language-context.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import styles from './edit-post.module.css';
import { sendsByKey } from './sends-by-key.ts';

/** One's own post as text to change; what was typed stays when the change is not taken. */
export function EditPost({ post, onDone }: { post: RoomPostView; onDone: () => void }) {
  const { say } = useLanguage();
  const [text, setText] = useState(post.text);
  const edit = useEditPost(post.id);

  function save(event: FormEvent) {
    event.preventDefault();
    if (text.trim() === '') return;
    if (text === post.text) return onDone();
    edit.mutate(text, { onSuccess: onDone });
  }

  return (
    <form className={styles.form} onSubmit={save}>
      <Textarea
        autosize
        autoFocus
        minRows={2}
        maxRows={8}
        dir="auto"
        aria-label={say('editLabel')}
        description={say('editHint')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone();
          if (sendsByKey(event)) save(event);
        }}
      />
      {edit.error ? <ProblemNotice error={edit.error} /> : null}
      <div className={styles.buttons}>
        <Button size="xs" type="submit" loading={edit.isPending}>
          {say('save')}
        </Button>
        <Button size="xs" variant="default" onClick={onDone}>
          {say('cancel')}
        </Button>
      </div>
    </form>
  );
}
