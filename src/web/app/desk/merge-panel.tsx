import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { RequestView } from '../../api/contract.ts';
import type { DeskAction } from '../../api/contract-of-actions.ts';
import { useLanguage } from '../language/language-context.ts';
import { StateMark } from '../parts/state-mark.tsx';
import styles from './request-card.module.css';
import { useDeskKeys } from './use-desk-keys.ts';

interface MergePanelProps {
  similar: readonly RequestView[];
  busy: boolean;
  onAct: (act: DeskAction) => void;
  onClose: () => void;
}

const TAKES_OTHERS: readonly RequestView['state'][] = [
  ...(['in-review', 'held', 'approved', 'generating', 'finishing', 'ready', 'delivered'] as const),
];
/** As many as there are number keys. */
const OFFERED = 9;

/** Merging in two keys: M, then the number of the request whose clip is to answer this one too. */
export function MergePanel({ similar, busy, onAct, onClose }: MergePanelProps) {
  const { say, write } = useLanguage();
  const panel = useRef<HTMLElement>(null);
  const offered = similar.filter(({ state }) => TAKES_OTHERS.includes(state)).slice(0, OFFERED);
  const merge = (into: string) => (busy ? undefined : onAct({ action: 'merge', into }));

  useEffect(() => panel.current?.querySelector('button')?.focus(), []);
  useDeskKeys(Object.fromEntries(offered.map(({ id }, index) => [String(index + 1), () => merge(id)])));

  return (
    <section
      ref={panel}
      className={styles.panel}
      aria-label={say('mergeTitle')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <div>
        <h2>{say('mergeTitle')}</h2>
        <p className={styles.quiet}>{say(offered.length > 0 ? 'mergeHint' : 'mergeNone')}</p>
      </div>
      <ol className={styles.similar}>
        {offered.map((each, index) => (
          <li key={each.id}>
            <span className={styles.key} aria-hidden="true">
              {write.number(index + 1)}
            </span>
            <StateMark state={each.state} />
            <p dir="auto" lang={each.locale}>
              {each.prompt}
            </p>
            <Button
              size="compact-sm"
              variant="default"
              disabled={busy}
              aria-keyshortcuts={String(index + 1)}
              onClick={() => merge(each.id)}
            >
              {say('mergeInto')}
              <span className="unseen">{each.prompt}</span>
            </Button>
          </li>
        ))}
      </ol>
      <div className={styles.buttons}>
        <Button variant="default" onClick={onClose}>
          {say('cancel')}
        </Button>
      </div>
    </section>
  );
}
