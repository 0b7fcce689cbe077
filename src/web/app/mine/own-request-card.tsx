import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import type { OwnRequest } from '../../api/contract-of-mine.ts';
import { useWithdraw } from '../api/use-mine.ts';
import { useAppeal } from '../api/use-own-post.ts';
import { useLanguage } from '../language/language-context.ts';
import { useNow } from '../live/use-now.ts';
import { announce } from '../parts/announce.ts';
import { ApprovedWords } from '../parts/approved-words.tsx';
import { ClipPageLink } from '../parts/clip-page-link.tsx';
import { ClipPlayer } from '../parts/clip-player.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { PaperProgress } from '../parts/paper-progress.tsx';
import { PostText } from '../parts/post-text.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { StateMark } from '../parts/state-mark.tsx';
import { AppealDialog } from '../room/appeal-dialog.tsx';
import dialogStyles from '../room/own-post-actions.module.css';
import { StatementDialog } from '../room/statement-dialog.tsx';
import styles from './mine-page.module.css';

const OUTCOME_TEXT = {
  waiting: 'mineAppealWaiting',
  upheld: 'mineAppealUpheld',
  dismissed: 'mineAppealDismissed',
} as const;

/** One request: what was asked, how it stands and why, its clip, and what one may do about it. */
export function OwnRequestCard({ request }: { request: OwnRequest }) {
  const { say, write, language } = useLanguage();
  const now = useNow();
  const title = useId();
  const { theme, appeal, asked, askedAt, placeInLine, progress, clip } = request;
  return (
    <li className={styles.card}>
      <article aria-labelledby={title}>
        <div className={styles.meta}>
          <StateMark state={request.state} />
          <time dateTime={askedAt} title={write.dateTime(askedAt)}>
            {say('askedAgo', { ago: write.ago(askedAt, now) })}
          </time>
          {theme ? <span>{say('mineCall', { theme: theme[language] })}</span> : null}
          {placeInLine !== null ? <span>{say('askedPlace', { count: placeInLine })}</span> : null}
          {clip ? <span>{say('votes', { count: clip.votes })}</span> : null}
        </div>
        <div id={title} className={styles.prompt}>
          <PostText text={asked?.prompt ?? request.prompt} />
        </div>
        {asked && asked.prompt !== request.prompt ? <ApprovedWords words={request.prompt} /> : null}
        {request.pictureUrl ? (
          <img className={styles.picture} src={request.pictureUrl} alt={say('minePicture')} loading="lazy" />
        ) : null}
        <p className={styles.status} aria-live="polite">
          {request.status}
        </p>
        {progress !== null ? <PaperProgress share={progress} /> : null}
        {appeal ? (
          <div className={styles.appeal}>
            <p>{say(OUTCOME_TEXT[appeal.outcome])}</p>
            <blockquote dir="auto">{appeal.words}</blockquote>
            {appeal.note ? <p dir="auto">{appeal.note}</p> : null}
          </div>
        ) : null}
        {clip ? (
          <div className={styles.clip}>
            <ClipPlayer requestId={request.id} clip={clip} />
            {request.state === 'delivered' ? <ClipPageLink request={request} /> : null}
          </div>
        ) : null}
        <Actions request={request} />
      </article>
    </li>
  );
}

function Actions({ request }: { request: OwnRequest }) {
  const { say } = useLanguage();
  const [open, setOpen] = useState<'withdraw' | 'appeal' | 'statement' | null>(null);
  const withdraw = useWithdraw(request.id);
  const appeal = useAppeal(request.id, null);
  const close = () => setOpen(null);
  const { canWithdraw, canTakeDown, canAppeal, hasStatement } = request;
  if (!canWithdraw && !canTakeDown && !canAppeal && !hasStatement) return null;
  const take = canTakeDown ? 'mineTakeDown' : 'withdraw';
  return (
    <div className={styles.actions}>
      {canWithdraw || canTakeDown ? (
        <Button variant="default" size="compact-sm" onClick={() => setOpen('withdraw')}>
          {say(take)}
        </Button>
      ) : null}
      {canAppeal ? (
        <Button variant="default" size="compact-sm" onClick={() => setOpen('appeal')}>
          {say('appeal')}
        </Button>
      ) : null}
      {hasStatement ? (
        <Button variant="default" size="compact-sm" onClick={() => setOpen('statement')}>
          {say('statement')}
        </Button>
      ) : null}
      {open === 'statement' ? <StatementDialog requestId={request.id} onClose={close} /> : null}
      {open === 'appeal' ? <AppealDialog appeal={appeal} onClose={close} /> : null}
      {open === 'withdraw' ? (
        <Dialog title={say(canTakeDown ? 'mineTakeDownTitle' : 'withdrawTitle')} onClose={close}>
          <p className={dialogStyles.body}>{say(canTakeDown ? 'mineTakeDownBody' : 'mineWithdrawBody')}</p>
          {withdraw.error ? <ProblemNotice error={withdraw.error} /> : null}
          <div className={dialogStyles.buttons}>
            <Button variant="default" onClick={close}>
              {say('withdrawNo')}
            </Button>
            <Button
              loading={withdraw.isPending}
              onClick={() =>
                withdraw.mutate(undefined, {
                  onSuccess: () => {
                    close();
                    announce(say('mineWithdrawn'));
                  },
                })
              }
            >
              {say(take)}
            </Button>
          </div>
        </Dialog>
      ) : null}
    </div>
  );
}
