import { Button } from '@mantine/core';
import { useState } from 'react';
import type { RequestView, RoomPostView } from '../../api/contract.ts';
import { useAppeal, useWithdrawPost } from '../api/use-own-post.ts';
import { useLanguage } from '../language/language-context.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Icon } from '../parts/icon.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { AppealDialog } from './appeal-dialog.tsx';
import dialogStyles from './own-post-actions.module.css';
import { StatementDialog } from './statement-dialog.tsx';
import styles from './thread-item.module.css';

interface OwnPostActionsProps {
  post: RoomPostView;
  request: RequestView;
  onEdit: () => void;
}

/** What one may do with one's own post while its request allows it. */
export function OwnPostActions({ post, request, onEdit }: OwnPostActionsProps) {
  const { say } = useLanguage();
  const [asking, setAsking] = useState(false);
  const [appealing, setAppealing] = useState(false);
  const [reading, setReading] = useState(false);
  const withdraw = useWithdrawPost(post.id);
  const appeal = useAppeal(request.id, post.id);
  const canEdit = request.state === 'received' || request.state === 'in-review';
  if (!canEdit && !request.canWithdraw && !request.canAppeal && !request.hasStatement) return null;
  return (
    <div className={styles.actions}>
      {canEdit ? (
        <button type="button" className={styles.action} onClick={onEdit}>
          <Icon name="edit" size={16} />
          {say('edit')}
        </button>
      ) : null}
      {request.canWithdraw ? (
        <button type="button" className={styles.action} onClick={() => setAsking(true)}>
          <Icon name="withdraw" size={16} />
          {say('withdraw')}
        </button>
      ) : null}
      {request.canAppeal ? (
        <button type="button" className={styles.action} onClick={() => setAppealing(true)}>
          {say('appeal')}
        </button>
      ) : null}
      {request.hasStatement ? (
        <button type="button" className={styles.action} onClick={() => setReading(true)}>
          {say('statement')}
        </button>
      ) : null}
      {reading ? <StatementDialog requestId={request.id} onClose={() => setReading(false)} /> : null}
      {appealing ? <AppealDialog appeal={appeal} onClose={() => setAppealing(false)} /> : null}
      {asking ? (
        <Dialog title={say('withdrawTitle')} onClose={() => setAsking(false)}>
          <p className={dialogStyles.body}>{say('withdrawBody')}</p>
          {withdraw.error ? <ProblemNotice error={withdraw.error} /> : null}
          <div className={dialogStyles.buttons}>
            <Button variant="default" onClick={() => setAsking(false)}>
              {say('withdrawNo')}
            </Button>
            <Button
              loading={withdraw.isPending}
              onClick={() => withdraw.mutate(undefined, { onSuccess: () => setAsking(false) })}
            >
              {say('withdrawYes')}
            </Button>
          </div>
        </Dialog>
      ) : null}
    </div>
  );
}
