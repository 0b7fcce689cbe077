import { Button } from '@mantine/core';
import type { DeskCard } from '../../api/contract.ts';
import type { DeskAction } from '../../api/contract-of-actions.ts';
import { useLanguage } from '../language/language-context.ts';
import styles from './request-card.module.css';

const TITLE = {
  failed: 'attentionFailed',
  'clip-on-hold': 'attentionClipOnHold',
  'may-have-been-billed': 'attentionMayHaveBeenBilled',
  reported: 'attentionReported',
  appealed: 'attentionAppealed',
} as const;

interface AttentionPanelProps {
  attention: NonNullable<DeskCard['attention']>;
  busy: boolean;
  onAct: (act: DeskAction) => void;
}

/** What stopped, and the ways on from there. */
export function AttentionPanel({ attention: { kind, reason, shot }, busy, onAct }: AttentionPanelProps) {
  const { say } = useLanguage();
  return (
    <section className={styles.attention}>
      <h2>{say(TITLE[kind])}</h2>
      {reason ? <p dir="auto">{reason}</p> : null}
      {kind === 'may-have-been-billed' ? <p>{say('attentionBilledHint')}</p> : null}
      <div className={styles.buttons}>
        {kind === 'failed' ? (
          <Button disabled={busy} onClick={() => onAct({ action: 'retry' })}>
            {say('retry')}
          </Button>
        ) : null}
        {kind === 'may-have-been-billed' ? (
          <>
            <Button disabled={busy} onClick={() => onAct({ action: 'restart-shot', shot: shot ?? 0 })}>
              {say('startAgain')}
            </Button>
            <Button variant="default" disabled={busy} onClick={() => onAct({ action: 'give-up' })}>
              {say('giveUp')}
            </Button>
          </>
        ) : null}
        {kind === 'reported' ? (
          <Button variant="default" disabled={busy} onClick={() => onAct({ action: 'dismiss-reports' })}>
            {say('dismissReports')}
          </Button>
        ) : null}
        {kind === 'appealed' ? (
          <>
            <Button disabled={busy} onClick={() => onAct({ action: 'uphold-appeal' })}>
              {say('upholdThisAppeal')}
            </Button>
            <Button variant="default" disabled={busy} onClick={() => onAct({ action: 'dismiss-appeal' })}>
              {say('dismissAppeal')}
            </Button>
          </>
        ) : null}
        {kind === 'clip-on-hold' ? (
          <>
            <Button disabled={busy} onClick={() => onAct({ action: 'release-clip' })}>
              {say('releaseClip')}
            </Button>
            <Button variant="default" disabled={busy} onClick={() => onAct({ action: 'block-clip' })}>
              {say('blockClip')}
            </Button>
          </>
        ) : null}
      </div>
    </section>
  );
}
