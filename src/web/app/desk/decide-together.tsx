import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { DECLINE_REASONS, type DeclineReason } from '../../../wording/decline-reasons.ts';
import { HOLD_SPANS, type HoldSpan, untilOf } from '../../../wording/hold-spans.ts';
import { REASON_TEXT } from '../../../wording/reason-text.ts';
import type { DecidingTogether } from '../../api/contract-of-decisions.ts';
import { useDecideTogether } from '../api/use-decisions.ts';
import { useLanguage } from '../language/language-context.ts';
import { announce } from '../parts/announce.ts';
import field from '../parts/choice-field.module.css';
import { Dialog } from '../parts/dialog.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import styles from './decide-together.module.css';

export type Together = 'approve' | 'decline' | 'hold';
const HOW_TEXT = { approve: 'bulkApprove', decline: 'bulkDecline', hold: 'bulkHold' } as const;

interface DecideTogetherProps {
  ids: readonly string[];
  how: Together;
  onDone: () => void;
  onClose: () => void;
}

/** How many it is about is said before anything is done; what somebody else has by then is left to them. */
export function DecideTogether({ ids, how, onDone, onClose }: DecideTogetherProps) {
  const { say } = useLanguage();
  const decide = useDecideTogether();
  const [reason, setReason] = useState<DeclineReason | ''>('');
  const [span, setSpan] = useState<HoldSpan>(HOLD_SPANS[1]);
  const [note, setNote] = useState('');
  const count = ids.length;

  function send(event: FormEvent) {
    event.preventDefault();
    const act = actOf();
    if (act === null) return;
    decide.mutate(
      { ids: [...ids], act },
      {
        onSuccess: ({ done, left }) => {
          announce(say('bulkDone', { count: done.length }));
          if (left.length === 0) onDone();
        },
      },
    );
  }

  /** Null as long as it is not known why they are declined. */
  function actOf(): DecidingTogether['act'] | null {
    const words = note.trim() === '' ? {} : { note: note.trim() };
    if (how === 'approve') return { action: 'approve' };
    if (how === 'hold') return { action: 'hold', ...untilOf(span, new Date()), ...words };
    return reason === '' ? null : { action: 'decline', reason, ...words };
  }
  const answer = decide.data;

  return (
    <Dialog title={say('bulkTitle', { count })} onClose={answer ? onDone : onClose}>
      {answer ? (
        <div className={styles.sheet} role="status">
          <p>{say('bulkDone', { count: answer.done.length })}</p>
          {answer.left.length > 0 ? <p>{say('bulkLeft', { count: answer.left.length })}</p> : null}
          <Button autoFocus onClick={onDone}>
            {say('close')}
          </Button>
        </div>
      ) : (
        <form className={styles.sheet} onSubmit={send}>
          {decide.error ? <ProblemNotice error={decide.error} /> : null}
          {how === 'hold' ? (
            <label className={field.field}>
              {say('holdTitle')}
              <select
                value={span.text}
                onChange={(event) =>
                  setSpan(HOLD_SPANS.find(({ text }) => text === event.currentTarget.value) ?? HOLD_SPANS[1])
                }
              >
                {HOLD_SPANS.map(({ text }) => (
                  <option key={text} value={text}>
                    {say(text)}
                  </option>
                ))}
              </select>
            </label>
          ) : null}
          {how === 'approve' ? null : (
            <>
              {how === 'decline' ? (
                <label className={field.field}>
                  {say('declineTitle')}
                  <select
                    required
                    data-autofocus
                    value={reason}
                    onChange={(event) => setReason(event.currentTarget.value as DeclineReason)}
                  >
                    <option value="" disabled>
                      {say('declineChoose')}
                    </option>
                    {DECLINE_REASONS.map((code) => (
                      <option key={code} value={code}>
                        {say(REASON_TEXT[code])}
                      </option>
                    ))}
                  </select>
                </label>
              ) : null}
              <TextInput
                dir="auto"
                maxLength={500}
                label={`${say(how === 'hold' ? 'holdNote' : 'note')} ${say('noteOptional')}`}
                value={note}
                onChange={(event) => setNote(event.currentTarget.value)}
              />
            </>
          )}
          <div className={styles.buttons}>
            <Button
              type="submit"
              data-autofocus
              disabled={how === 'decline' && reason === ''}
              loading={decide.isPending}
            >
              {`${say(HOW_TEXT[how])} · ${say('bulkGo', { count })}`}
            </Button>
            <Button variant="default" onClick={onClose}>
              {say('cancel')}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
