import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { DeskAction, RequestView } from '../../api/contract.ts';
import { useRoom } from '../api/use-room.ts';
import { useLanguage } from '../language/language-context.ts';
import { SecondsSlider } from '../room/composer/seconds-slider.tsx';
import styles from './request-card.module.css';

interface EditPanelProps {
  request: RequestView;
  busy: boolean;
  onAct: (act: DeskAction) => void;
  onClose: () => void;
}

/** Another prompt or length than was asked for, approved as it stands here. */
export function EditPanel({ request, busy, onAct, onClose }: EditPanelProps) {
  const { say } = useLanguage();
  const { data: room } = useRoom();
  const [prompt, setPrompt] = useState(request.prompt);
  const [seconds, setSeconds] = useState<number | undefined>(request.options.seconds);
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
      <SecondsSlider
        value={seconds === undefined ? null : String(seconds)}
        longest={room?.engine.maxSeconds ?? 10}
        onChange={(value) => setSeconds(value === null ? undefined : Number(value))}
      />
      <div className={styles.buttons}>
        <Button type="submit" loading={busy} title="Ctrl + Enter">
          {say('approveEdited')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {say('cancel')}
        </Button>
      </div>
    </form>
  );
}
