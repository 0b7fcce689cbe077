import { Button } from '@mantine/core';
import type { DeskCard } from '../../api/contract.ts';
import type { DeskAction } from '../../api/contract-of-actions.ts';
import type { StillView } from '../../api/contract-of-stills.ts';
import { useLanguage } from '../language/language-context.ts';
import { Icon } from '../parts/icon.tsx';
import type { OpenPanel } from './open-panel.ts';
import styles from './request-card.module.css';

interface ReviewActionsProps {
  busy: boolean;
  canMake: boolean;
  /** Whether a storyboard would show something that is not shown yet. */
  canPreview: boolean;
  still: StillView | null;
  /** What one costs; null where none can be asked for. */
  stillUsd: number | null;
  /** What another curator approved before: approved is the same. */
  approves: DeskCard['firstApproval'];
  onPanel: (panel: OpenPanel) => void;
  onAct: (act: DeskAction) => void;
  onMove: (step: 1 | -1) => void;
}

/** A curator's decisions, each with its key. */
export function ReviewActions({
  busy,
  canMake,
  canPreview,
  still,
  stillUsd,
  approves,
  onPanel,
  onAct,
  onMove,
}: ReviewActionsProps) {
  const { say, write } = useLanguage();
  return (
    <div className={styles.bar}>
      <Button disabled={busy || !canMake} onClick={() => onAct(approval(approves, still))} aria-keyshortcuts="A">
        {say('approve')}
        <span className={styles.key} aria-hidden="true">
          A
        </span>
      </Button>
      <Button variant="default" disabled={busy} onClick={() => onPanel('edit')} aria-keyshortcuts="E">
        {say('editApprove')}
        <span className={styles.key} aria-hidden="true">
          E
        </span>
      </Button>
      <Button variant="default" disabled={busy} onClick={() => onPanel('decline')} aria-keyshortcuts="D">
        {say('decline')}
        <span className={styles.key} aria-hidden="true">
          D
        </span>
      </Button>
      <Button variant="default" disabled={busy} onClick={() => onAct({ action: 'escalate' })} aria-keyshortcuts="S">
        {say('escalate')}
        <span className={styles.key} aria-hidden="true">
          S
        </span>
      </Button>
      <Button variant="default" disabled={busy} onClick={() => onPanel('hold')} aria-keyshortcuts="H">
        {say('hold')}
        <span className={styles.key} aria-hidden="true">
          H
        </span>
      </Button>
      <Button variant="default" disabled={busy} onClick={() => onPanel('ask')} aria-keyshortcuts="Q">
        {say('ask')}
        <span className={styles.key} aria-hidden="true">
          Q
        </span>
      </Button>
      <Button variant="default" disabled={busy} onClick={() => onPanel('merge')} aria-keyshortcuts="M">
        {say('merge')}
        <span className={styles.key} aria-hidden="true">
          M
        </span>
      </Button>
      {canPreview ? (
        <Button variant="default" disabled={busy} onClick={() => onAct({ action: 'preview' })} aria-keyshortcuts="V">
          {say('previewAsk')}
          <span className={styles.key} aria-hidden="true">
            V
          </span>
        </Button>
      ) : null}
      {stillUsd === null || !canMake ? null : (
        <Button
          variant="default"
          disabled={busy || still?.state === 'making'}
          onClick={() => onAct({ action: 'still' })}
          aria-keyshortcuts="I"
          {...(stillUsd > 0 ? { title: say('stillCost', { cost: write.dollars(stillUsd) }) } : {})}
        >
          {say(still === null ? 'stillAsk' : 'stillAgain')}
          <span className={styles.key} aria-hidden="true">
            I
          </span>
        </Button>
      )}
      <Button variant="subtle" disabled={busy} onClick={() => onAct({ action: 'release' })} aria-keyshortcuts="R">
        {say('skipCard')}
        <span className={styles.key} aria-hidden="true">
          R
        </span>
      </Button>
      <span className={styles.moves}>
        <button type="button" aria-label={say('previous')} aria-keyshortcuts="K ArrowUp" onClick={() => onMove(-1)}>
          <Icon name="up" />
          <span className={styles.key} aria-hidden="true">
            K
          </span>
        </button>
        <button type="button" aria-label={say('next')} aria-keyshortcuts="J ArrowDown" onClick={() => onMove(1)}>
          <Icon name="down" />
          <span className={styles.key} aria-hidden="true">
            J
          </span>
        </button>
      </span>
    </div>
  );
}

/** The plain approval: of what was asked, or of what another curator approved before, with the still that is seen. */
export function approval(first: DeskCard['firstApproval'], still: StillView | null): DeskAction {
  const begins = still?.key ? { still: still.key } : {};
  return first
    ? { action: 'approve', prompt: first.prompt, options: first.options, ...begins }
    : { action: 'approve', ...begins };
}
