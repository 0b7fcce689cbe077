import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { RequestView } from '../../api/contract.ts';
import type { DeskAction } from '../../api/contract-of-actions.ts';
import type { StillView } from '../../api/contract-of-stills.ts';
import { useRoom } from '../api/use-room.ts';
import { useLanguage } from '../language/language-context.ts';
import { SecondsSlider } from '../room/composer/seconds-slider.tsx';
import styles from './request-card.module.css';
import { TextDifference } from './text-difference.tsx';

interface EditPanelProps {
  request: RequestView;
  /** The shots in words. */
  script: string;
  still: StillView | null;
  /** What one costs; null where none can be asked for. */
  stillUsd: number | null;
  busy: boolean;
  onAct: (act: DeskAction) => void;
  onClose: () => void;
}

/** Another prompt or length than was asked for, or other shots than were read from it, approved as they stand here. */
export function EditPanel({ request, script, still, stillUsd, busy, onAct, onClose }: EditPanelProps) {
  const { say } = useLanguage();
  const { data: room } = useRoom();
  const [prompt, setPrompt] = useState(still?.prompt ?? request.prompt);
  const [seconds, setSeconds] = useState<number | undefined>(request.options.seconds);
  const [shots, setShots] = useState(script);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);

  function send(event: FormEvent | React.KeyboardEvent) {
    event.preventDefault();
    if (prompt.trim() === '' || busy) return;
    const { seconds: _asked, ...others } = request.options;
    onAct({
      action: 'approve',
      prompt: prompt.trim(),
      options: seconds === undefined ? others : { ...others, seconds },
      ...(shots.trim() === script ? {} : { script: shots }),
      ...(still?.key ? { still: still.key } : {}),
    });
  }

  return (
    <form
      className={styles.panel}
      onSubmit={send}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send(event);
      }}
    >
      <Textarea
        ref={field}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2000}
        dir="auto"
        label={say('editedPrompt')}
        value={prompt}
        onChange={(event) => setPrompt(event.currentTarget.value)}
      />
      {prompt.trim() === request.prompt ? null : (
        <section className={styles.section}>
          <h2>{say('difference')}</h2>
          <TextDifference before={request.prompt} after={prompt.trim()} />
        </section>
      )}
      <Textarea
        autosize
        minRows={3}
        maxRows={14}
        maxLength={30_000}
        dir="auto"
        label={say('editedShots')}
        description={say('editedShotsHint')}
        value={shots}
        onChange={(event) => setShots(event.currentTarget.value)}
      />
      <SecondsSlider
        value={seconds === undefined ? null : String(seconds)}
        longest={room?.engine.maxSeconds ?? 10}
        onChange={(value) => setSeconds(value === null ? undefined : Number(value))}
      />
      <div className={styles.buttons}>
        <Button type="submit" loading={busy} title="Ctrl + Enter">
          {say('approveEdited')}
        </Button>
        {stillUsd === null ? null : (
          <Button
            variant="default"
            disabled={busy || prompt.trim() === '' || still?.state === 'making'}
            onClick={() => onAct({ action: 'still', prompt: prompt.trim() })}
          >
            {say('stillOfThese')}
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          {say('cancel')}
        </Button>
      </div>
    </form>
  );
}
