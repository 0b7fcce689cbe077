import { useId, useState } from 'react';
import type { ThreadView } from '../../api/contract.ts';
import { useLanguage } from '../language/language-context.ts';
import { Ago } from '../parts/ago.tsx';
import { Avatar } from '../parts/avatar.tsx';
import { PostText } from '../parts/post-text.tsx';
import { AnswerForm } from './answer-form.tsx';
import { BotAnswer } from './bot-answer.tsx';
import { EditPost } from './edit-post.tsx';
import { OwnPostActions } from './own-post-actions.tsx';
import styles from './thread-item.module.css';

/** A visitor's post and what the bot said to it. */
export function ThreadItem({ thread }: { thread: ThreadView }) {
  const { say } = useLanguage();
  const { post, request } = thread;
  const [editing, setEditing] = useState(false);
  const author = useId();
  return (
    <li className={styles.thread}>
      <article aria-labelledby={author}>
        <div className={styles.post}>
          <Avatar name={post.authorName} />
          <div className={styles.body}>
            <div className={styles.meta}>
              <bdi id={author} className={styles.name}>
                {post.authorName}
              </bdi>
              {post.mine ? <span className={styles.you}>{say('you')}</span> : null}
              <Ago at={post.postedAt} />
              {post.edited && !post.removed ? <span>{say('edited')}</span> : null}
            </div>
            {post.removed ? <p className={styles.removed}>{say(post.mine ? 'removedPost' : 'hiddenPost')}</p> : null}
            {!post.removed && editing ? <EditPost post={post} onDone={() => setEditing(false)} /> : null}
            {!post.removed && !editing ? <PostText text={post.text} /> : null}
            {!post.removed && post.pictureUrl ? (
              <img
                className={styles.picture}
                src={post.pictureUrl}
                alt={say('pictureOf', { name: post.authorName })}
                loading="lazy"
              />
            ) : null}
            {post.mine && request && !post.removed && !editing ? (
              <OwnPostActions post={post} request={request} onEdit={() => setEditing(true)} />
            ) : null}
          </div>
        </div>
        <BotAnswer thread={thread} />
        {request && request.question !== null && !post.removed ? <AnswerForm postId={post.id} /> : null}
      </article>
    </li>
  );
}
