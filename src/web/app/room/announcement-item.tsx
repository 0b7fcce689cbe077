import { useId } from 'react';
import type { ThreadView } from '../../api/contract.ts';
import { useLanguage } from '../language/language-context.ts';
import { Ago } from '../parts/ago.tsx';
import { BotAvatar } from '../parts/avatar.tsx';
import { ClipPlayer } from '../parts/clip-player.tsx';
import { VoteButton } from '../parts/vote-button.tsx';
import styles from './thread-item.module.css';

/** What is told to everybody of a call, with its best clip where it was posted with it. */
export function AnnouncementItem({ thread: { post, request } }: { thread: ThreadView }) {
  const { say } = useLanguage();
  const author = useId();
  if (post.removed) return null;
  return (
    <li className={styles.thread}>
      <article aria-labelledby={author} className={styles.post}>
        <BotAvatar />
        <div className={`${styles.body} ${styles.lines}`}>
          <div className={styles.meta}>
            <span id={author} className={styles.name}>
              {say('appName')}
            </span>
            <span className={styles.bot}>{say('announcement')}</span>
            <Ago at={post.postedAt} />
          </div>
          <p dir="auto" lang={post.locale} className={styles.told}>
            {post.text}
          </p>
          {request?.clip ? (
            <>
              <div className={styles.clip}>
                <ClipPlayer requestId={request.id} clip={request.clip} />
              </div>
              <VoteButton request={request} target="clip" />
            </>
          ) : null}
        </div>
      </article>
    </li>
  );
}
