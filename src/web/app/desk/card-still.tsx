import { Button } from '@mantine/core';
import type { PageKey } from '../../../wording/pages.ts';
import { policyText } from '../../../wording/say-policy.ts';
import type { DeskAction } from '../../api/contract-of-actions.ts';
import type { StillView } from '../../api/contract-of-stills.ts';
import { useLanguage } from '../language/language-context.ts';
import styles from './request-card.module.css';
import { seesSomething } from './sees-something.ts';
import { Veil } from './veil.tsx';

interface CardStillProps {
  still: StillView;
  /** The words that a plain approval approves. */
  prompt: string;
  busy: boolean;
  /** Null where nobody decides it now. */
  onAct: ((act: DeskAction) => void) | null;
}

/** The still that a curator asked for before a video is paid for. */
export function CardStill({ still, prompt, busy, onAct }: CardStillProps) {
  const { language, say } = useLanguage();
  const flagged = still.flags.filter((flag) => seesSomething([flag]));
  return (
    <section className={styles.section}>
      <h2>{say('still')}</h2>
      {still.pictureUrl === null ? (
        <p className={styles.quiet} role="status">
          {say(textOf(still))}
          {still.failure && still.failure.kind !== 'screening' && still.failure.kind !== 'budget' ? (
            <>
              {' '}
              <bdi>{still.failure.message}</bdi>
            </>
          ) : null}
        </p>
      ) : (
        <>
          <Veil key={still.key} grave={seesSomething(still.flags)}>
            <img className={styles.still} src={still.pictureUrl} alt={say('stillAlt')} />
          </Veil>
          {flagged.length > 0 ? (
            <p>
              {say('stillFlagged')} {flagged.map(({ policy }) => policyText(language, policy).title).join(' · ')}
            </p>
          ) : null}
          <p className={styles.quiet}>{say(noteOn(still, prompt))}</p>
        </>
      )}
      {still.prompt === prompt ? null : <p dir="auto">{still.prompt}</p>}
      {onAct && still.state !== 'making' ? (
        <div className={styles.buttons}>
          <Button size="xs" variant="default" disabled={busy} onClick={() => onAct({ action: 'leave-still-out' })}>
            {say('stillLeaveOut')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

const FAILURES = {
  moderation: 'stillModeration',
  maker: 'stillMaker',
  'not-a-picture': 'stillNotAPicture',
  budget: 'stillBudget',
  screening: 'stillScreening',
} as const satisfies Record<NonNullable<StillView['failure']>['kind'], PageKey>;

function textOf({ state, failure }: StillView) {
  if (failure) return FAILURES[failure.kind];
  return state === 'uncertain' ? 'stillUncertain' : 'stillMaking';
}

function noteOn(still: StillView, prompt: string) {
  if (!still.begins) return 'stillShows';
  return still.prompt === prompt ? 'stillBegins' : 'stillOtherWords';
}
