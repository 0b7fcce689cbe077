import { TextInput } from '@mantine/core';
import { MOST_PLACES, WINNERS_BY } from '../../../calls/winners-rule.ts';
import { useLanguage } from '../language/language-context.ts';
import { ChoiceRow } from '../parts/choice-row.tsx';
import type { CallDraft } from './call-draft.ts';
import styles from './calls-page.module.css';

/** How a call is won. */
export function CallWinning({ draft, set }: { draft: CallDraft; set: (changes: Partial<CallDraft>) => void }) {
  const { say } = useLanguage();
  return (
    <div className={styles.pair}>
      <ChoiceRow
        legend={say('callWinners')}
        choices={WINNERS_BY.map((value) => ({ value, label: say(`callWinners-${value}`) }))}
        value={draft.winnersBy}
        onChange={(winnersBy) => set({ winnersBy })}
      />
      <TextInput
        type="number"
        min={1}
        max={MOST_PLACES}
        label={say('callWinnerPlaces')}
        value={draft.winnerPlaces}
        onChange={(event) => set({ winnerPlaces: event.currentTarget.value })}
      />
    </div>
  );
}
