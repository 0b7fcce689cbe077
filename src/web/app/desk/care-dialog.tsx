import { Button, NumberInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { CareView } from '../../api/contract-of-care.ts';
import { useKeepCare, useKeptCare } from '../api/use-care.ts';
import { useLanguage } from '../language/language-context.ts';
import { ChoiceRow } from '../parts/choice-row.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import styles from './people-dialog.module.css';

const VEILS = [
  ['none', 'veilNone'],
  ['grave', 'veilGrave'],
  ['all', 'veilAll'],
] as const;
const REVEALS = [
  ['while-held', 'revealHeld'],
  ['until-left', 'revealLeft'],
] as const;
const MOST_IN_A_ROW = 200;

/** How this curator is shown what is grave, and when a break is suggested. */
export function CareDialog({ onClose }: { onClose: () => void }) {
  const { say } = useLanguage();
  const kept = useKeptCare();
  return (
    <Dialog wide title={say('careTitle')} onClose={onClose}>
      {kept ? <CareForm kept={kept} onClose={onClose} /> : null}
    </Dialog>
  );
}

function CareForm({ kept, onClose }: { kept: CareView; onClose: () => void }) {
  const { say } = useLanguage();
  const keep = useKeepCare();
  const [care, setCare] = useState(kept);

  function send(event: FormEvent) {
    event.preventDefault();
    keep.mutate(care, { onSuccess: onClose });
  }

  return (
    <form className={styles.sheet} onSubmit={send}>
      <p className={styles.soft}>{say('careHint')}</p>
      {keep.error ? <ProblemNotice error={keep.error} /> : null}
      <ChoiceRow
        legend={say('careVeil')}
        choices={VEILS.map(([value, text]) => ({ value, label: say(text) }))}
        value={care.veil}
        onChange={(veil) => setCare({ ...care, veil })}
      />
      <ChoiceRow
        legend={say('careReveal')}
        choices={REVEALS.map(([value, text]) => ({ value, label: say(text) }))}
        value={care.reveal}
        onChange={(reveal) => setCare({ ...care, reveal })}
      />
      <label>
        <input
          type="checkbox"
          checked={care.silent}
          onChange={(event) => setCare({ ...care, silent: event.currentTarget.checked })}
        />{' '}
        {say('careSilent')}
      </label>
      <NumberInput
        label={say('careBreak')}
        min={0}
        max={MOST_IN_A_ROW}
        allowDecimal={false}
        value={care.breakAfter}
        onChange={(value) => setCare({ ...care, breakAfter: Math.min(MOST_IN_A_ROW, Math.max(0, Number(value) || 0)) })}
      />
      <p className={styles.soft}>{say('careNames')}</p>
      <div>
        <Button type="submit" loading={keep.isPending}>
          {say('careSave')}
        </Button>
      </div>
    </form>
  );
}
