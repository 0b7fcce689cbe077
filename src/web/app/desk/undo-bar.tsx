import { useEffect, useRef } from 'react';
import { useDecisions, useUndo } from '../api/use-decisions.ts';
import { useLanguage } from '../language/language-context.ts';
import { useSeconds } from '../live/use-seconds.ts';
import { announce } from '../parts/announce.ts';
import { Icon } from '../parts/icon.tsx';
import { saidOf } from './said-of.ts';
import styles from './undo-bar.module.css';
import { useDeskKeys } from './use-desk-keys.ts';
import { useUndoRoom } from './use-undo-room.ts';

/** More are counted, and the newest shown. */
const SHOWN = 3;

/** What was decided a moment ago, until it takes effect: by a press it waits again. Found again after a reload. */
export function UndoBar({ onOpen }: { onOpen: (id: string) => void }) {
  const { say } = useLanguage();
  const { data, refetch } = useDecisions();
  const undo = useUndo();
  const decisions = data?.decisions ?? [];
  const now = useSeconds(decisions.length > 0);
  const waiting = decisions.filter(({ effectAt }) => Date.parse(effectAt) > now);
  const gone = decisions.length > 0 && waiting.length < decisions.length;
  useEffect(() => {
    if (gone) void refetch();
  }, [gone, refetch]);

  function takeBack(id: string) {
    if (undo.isPending) return;
    undo.mutate([id], {
      onSuccess: (undone) => {
        announce(say('undone', { count: undone.ids.length }));
        const [first] = undone.ids;
        if (first) onOpen(first);
      },
    });
  }
  const newest = waiting.at(-1);
  useDeskKeys({ z: newest ? () => takeBack(newest.requestId) : undefined });

  const bar = useRef<HTMLElement>(null);
  useUndoRoom(bar, waiting.length > 0);

  if (waiting.length === 0) return null;
  return (
    <section ref={bar} className={styles.bar} aria-label={say('undoTitle')}>
      <p className={styles.count}>{say('undoLeft', { count: waiting.length })}</p>
      <ul>
        {waiting
          .slice(-SHOWN)
          .toReversed()
          .map(({ requestId, prompt, locale, action, effectAt }, place) => (
            <li key={requestId}>
              <button type="button" className={styles.prompt} onClick={() => onOpen(requestId)}>
                <bdi lang={locale}>{prompt}</bdi>
              </button>
              <span>{say(saidOf(action))}</span>
              <span className={styles.left}>
                {say('undoIn', { count: Math.max(0, Math.ceil((Date.parse(effectAt) - now) / 1000)) })}
              </span>
              <button type="button" disabled={undo.isPending} onClick={() => takeBack(requestId)}>
                <Icon name="withdraw" size={15} />
                {say('undo')}
                {place === 0 ? (
                  <span className={styles.key} aria-hidden="true">
                    Z
                  </span>
                ) : null}
              </button>
            </li>
          ))}
      </ul>
    </section>
  );
}
