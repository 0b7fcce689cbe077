import { TextInput } from '@mantine/core';
import { VOTER_KINDS } from '../../../calls/may-vote.ts';
import { STYLES } from '../../../wording/styles.ts';
import { useLanguage } from '../language/language-context.ts';
import field from '../parts/choice-field.module.css';
import { ChoiceRow } from '../parts/choice-row.tsx';
import type { CallDraft, Cap } from './call-draft.ts';
import styles from './calls-page.module.css';
import { PlatformChoice } from './platform-choice.tsx';

const CAP_TEXT = {
  perMemberPerCall: 'callCapPerson',
  perMemberPerDay: 'callCapDay',
  openPerMember: 'callCapOpen',
} as const;
const SHOWN = Object.entries(CAP_TEXT) as [Cap, (typeof CAP_TEXT)[Cap]][];

interface CallRulesProps {
  draft: CallDraft;
  engines: readonly string[];
  platforms: readonly string[];
  set: (changes: Partial<CallDraft>) => void;
}

/** What holds in a call: what a person may ask for, how it is made, and who may vote. */
export function CallRules({ draft, engines, platforms, set }: CallRulesProps) {
  const { language, say } = useLanguage();
  const [usual = ''] = engines;
  return (
    <>
      <div className={styles.pair}>
        {SHOWN.map(([cap, text]) => (
          <TextInput
            key={cap}
            type="number"
            min={1}
            label={say(text)}
            value={draft.caps[cap]}
            onChange={(event) => set({ caps: { ...draft.caps, [cap]: event.currentTarget.value } })}
          />
        ))}
      </div>
      <p className={styles.soft}>{say('callCapHint')}</p>
      <div className={styles.pair}>
        <div className={field.field}>
          <label htmlFor="call-engine">{say('callEngine')}</label>
          <select
            id="call-engine"
            value={draft.engine}
            onChange={(event) => set({ engine: event.currentTarget.value })}
          >
            <option value="">{say('callEngineUsual', { engine: usual })}</option>
            {engines.map((engine) => (
              <option key={engine} value={engine}>
                {engine}
              </option>
            ))}
          </select>
        </div>
        <TextInput
          label={say('callStyle')}
          list="call-styles"
          maxLength={60}
          dir="auto"
          value={draft.style}
          onChange={(event) => set({ style: event.currentTarget.value })}
        />
        <datalist id="call-styles">
          {STYLES[language].map((style) => (
            <option key={style} value={style} />
          ))}
        </datalist>
      </div>
      <ChoiceRow
        legend={say('callVoters')}
        choices={VOTER_KINDS.map((value) => ({ value, label: say(`callVoters-${value}`) }))}
        value={draft.voters}
        onChange={(voters) => set({ voters })}
      />
      {draft.voters === 'platforms' ? (
        <PlatformChoice
          legend={say('callVoterPlatforms')}
          platforms={platforms}
          chosen={draft.voterPlatforms}
          onChange={(voterPlatforms) => set({ voterPlatforms })}
        />
      ) : null}
    </>
  );
}
