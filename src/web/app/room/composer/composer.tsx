import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { usePostRequest } from '../../api/use-post-request.ts';
import { useRoom } from '../../api/use-room.ts';
import { useLanguage } from '../../language/language-context.ts';
import { announce } from '../../parts/announce.ts';
import { Icon } from '../../parts/icon.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { sendsByKey } from '../sends-by-key.ts';
import styles from './composer.module.css';
import { ExampleChips } from './example-chips.tsx';
import { LengthNote } from './length-note.tsx';
import { OptionPanel } from './option-panel.tsx';
import { promptLength, withMention } from './option-text.ts';
import { PictureButton } from './picture-button.tsx';
import { PicturePreview } from './picture-preview.tsx';
import { RemixNote } from './remix-note.tsx';
import { useDropPicture } from './use-drop-picture.ts';
import { usePicture } from './use-picture.ts';
import { useRemix } from './use-remix.ts';

/** Where one asks for a clip. What was typed stays until the room has taken it. */
export function Composer() {
  const { say, language } = useLanguage();
  const { data: room } = useRoom();
  const [typed, setTyped] = useState<string | null>(null);
  const [optionsOpen, setOptionsOpen] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const picture = usePicture(room?.picture);
  const drop = useDropPicture(picture.choose);
  const post = usePostRequest();
  const remix = useRemix();
  const remixId = remix.of?.id ?? null;
  const text = typed ?? remix.of?.prompt ?? '';
  const left = room ? room.promptLimit - promptLength(text) : null;
  const tooLong = left !== null && left < 0;

  useEffect(() => {
    if (remixId === null) return;
    // What was sent before is done with.
    setTyped((before) => before || null);
    field.current?.focus();
  }, [remixId]);

  function write(next: string) {
    setTyped(next);
    if (post.error) post.reset();
  }

  function send(event: FormEvent | React.KeyboardEvent) {
    event.preventDefault();
    if (text.trim() === '' || tooLong) return field.current?.focus();
    post.mutate(
      { text: withMention(text), locale: language, picture: picture.file, remixOf: remixId },
      {
        onSuccess: () => {
          // Empty, and not untouched: the address says a moment longer which clip it was to be made of.
          setTyped('');
          remix.drop();
          picture.remove();
          setOptionsOpen(false);
          announce(say('sent'));
          field.current?.focus();
        },
        onError: () => field.current?.focus(),
      },
    );
  }

  return (
    <section className={styles.composer} aria-label={say('askSomething')}>
      {text === '' && !optionsOpen ? (
        <ExampleChips
          onChoose={(example) => {
            write(example);
            field.current?.focus();
          }}
        />
      ) : null}
      <form className={styles.sheet} data-dropping={drop.dropping || undefined} onSubmit={send} {...drop.handlers}>
        {post.error ? <ProblemNotice error={post.error} onClose={() => post.reset()} /> : null}
        {remix.of ? <RemixNote caption={remix.of.caption} onRemove={remix.drop} /> : null}
        {remix.gone ? (
          <p role="alert" className={styles.problem}>
            {say('clipGoneTitle')}
          </p>
        ) : null}
        {picture.problem ? (
          <p role="alert" className={styles.problem}>
            {picture.problem}
          </p>
        ) : null}
        {optionsOpen ? <OptionPanel text={text} room={room} onChange={write} /> : null}
        {picture.preview ? <PicturePreview address={picture.preview} onRemove={picture.remove} /> : null}
        <div className={styles.line}>
          <bdi className={styles.mention} aria-hidden="true">
            @opencall
          </bdi>
          <Textarea
            ref={field}
            autosize
            minRows={1}
            maxRows={7}
            variant="unstyled"
            dir={text === '' ? undefined : 'auto'}
            classNames={{ root: styles.fieldRoot, input: styles.field }}
            aria-label={say('composerLabel')}
            aria-invalid={post.error || tooLong ? true : undefined}
            placeholder={say('composerHint')}
            value={text}
            onChange={(event) => write(event.currentTarget.value)}
            onPaste={drop.onPaste}
            onKeyDown={(event) => {
              if (sendsByKey(event)) send(event);
            }}
          />
        </div>
        <div className={styles.tools}>
          <PictureButton limits={room?.picture} onChoose={picture.choose} />
          <button
            type="button"
            className={styles.tool}
            aria-expanded={optionsOpen}
            onClick={() => setOptionsOpen((open) => !open)}
          >
            <Icon name="options" />
            <span>{say('optionsButton')}</span>
          </button>
          <LengthNote left={left} />
          <Button
            type="submit"
            className={styles.send}
            disabled={tooLong}
            loading={post.isPending}
            title={say('sendKeys')}
          >
            {say('send')}
          </Button>
        </div>
      </form>
    </section>
  );
}
