import { Button, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { isUnopened } from '../../../calls/call.ts';
import { MOST_CHOOSING_HOURS } from '../../../calls/call-plan.ts';
import type { DeskCall } from '../../api/contract-of-calls.ts';
import { type CallAct, useCallAct } from '../api/use-calls.ts';
import { useLanguage } from '../language/language-context.ts';
import { Dialog } from '../parts/dialog.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { type CallDraft, draftOf, planOf, termsOf } from './call-draft.ts';
import { CallPlaces } from './call-places.tsx';
import { CallRules } from './call-rules.tsx';
import { CallWinning } from './call-winning.tsx';
import styles from './calls-page.module.css';

interface CallFormProps {
  /** Null: a new one is opened. */
  call: DeskCall | null;
  engines: readonly string[];
  platforms: readonly string[];
  onClose: () => void;
}

/** Opens a call, or gives one other terms. What is open cannot be moved or be called otherwise: people answered that. */
export function CallForm({ call, engines, platforms, onClose }: CallFormProps) {
  const { language, say } = useLanguage();
  const act = useCallAct();
  const [draft, setDraft] = useState(() => draftOf(call));
  const set = (changes: Partial<CallDraft>) => setDraft((before) => ({ ...before, ...changes }));
  const line = (field: 'theme' | 'arabicTheme' | 'opening' | 'end' | 'budget' | 'choosingHours') => ({
    value: draft[field],
    onChange: (event: { currentTarget: { value: string } }) => set({ [field]: event.currentTarget.value }),
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    const what: CallAct =
      call === null
        ? { act: 'open', plan: planOf(draft) }
        : { act: 'change', id: call.id, terms: { ...termsOf(draft), version: draft.version } };
    act.mutate(what, { onSuccess: onClose });
  }
  return (
    <Dialog
      wide
      title={call === null ? say('callOpenTitle') : say('callChangeTitle', { theme: call.theme[language] })}
      onClose={onClose}
    >
      <form className={styles.form} onSubmit={submit}>
        {call === null ? (
          <div className={styles.pair}>
            <TextInput label={say('callTheme')} maxLength={100} required dir="auto" data-autofocus {...line('theme')} />
            <TextInput label={say('callThemeArabic')} maxLength={100} dir="auto" {...line('arabicTheme')} />
          </div>
        ) : null}
        <div className={styles.pair}>
          {(['text', 'arabicText'] as const).map((field) => (
            <Textarea
              key={field}
              label={say(field === 'text' ? 'callText' : 'callTextArabic')}
              value={draft[field]}
              maxLength={600}
              dir="auto"
              autosize
              minRows={2}
              onChange={(event) => set({ [field]: event.currentTarget.value })}
            />
          ))}
        </div>
        <div className={styles.pair}>
          {call === null || isUnopened(call, new Date()) ? (
            <TextInput type="datetime-local" label={say('callOpening')} {...line('opening')} />
          ) : null}
          <TextInput type="datetime-local" label={say('callEnd')} {...line('end')} />
          <TextInput
            type="number"
            min={0}
            max={MOST_CHOOSING_HOURS}
            step="any"
            label={say('callChoosing')}
            {...line('choosingHours')}
          />
          <TextInput type="number" min={0.01} step={0.01} label={say('callBudget')} {...line('budget')} />
        </div>
        <CallRules draft={draft} engines={engines} platforms={platforms} set={set} />
        <CallWinning draft={draft} set={set} />
        {call === null ? <CallPlaces draft={draft} platforms={platforms} set={set} /> : null}
        {act.error ? <ProblemNotice error={act.error} /> : null}
        <Button type="submit" loading={act.isPending}>
          {say(call === null ? 'callOpenNew' : 'callSave')}
        </Button>
      </form>
    </Dialog>
  );
}
