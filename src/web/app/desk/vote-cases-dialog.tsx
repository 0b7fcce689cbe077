import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { VoteCases } from '../../api/contract-of-votes.ts';
import { useSettleVotes, useVoteCases } from '../api/use-vote-cases.ts';
import { useLanguage } from '../language/language-context.ts';
import { Dialog } from '../parts/dialog.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import styles from './vote-cases-dialog.module.css';

type Case = VoteCases['cases'][number];

const PATTERN_TEXT = { burst: 'votesBurst', ring: 'votesRing', mutual: 'votesMutual' } as const;
const ACT_TEXT = { held: 'votesHeld', released: 'votesReleased', void: 'votesVoid' } as const;

/** Votes that look agreed upon and do not count until somebody has looked at them. Who cast them nobody is shown. */
export function VoteCasesDialog({ onClose }: { onClose: () => void }) {
  const { say } = useLanguage();
  const { data, error } = useVoteCases();
  return (
    <Dialog wide title={say('votesTitle')} onClose={onClose}>
      <div className={styles.sheet}>
        <p className={styles.soft}>{say('votesLead')}</p>
        {error ? <ProblemNotice error={error} /> : null}
        {data?.cases.length === 0 ? <p>{say('votesNone')}</p> : null}
        <ul className={styles.cases}>
          {data?.cases.map((each) => (
            <VoteCase key={each.id} of={each} />
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

function VoteCase({ of: { id, pattern, standing, votes, voters, targets, acts } }: { of: Case }) {
  const { say, write } = useLanguage();
  const settle = useSettleVotes();
  const [reason, setReason] = useState('');
  const decide = (next: 'released' | 'void') =>
    settle.mutate({ id, standing: next, reason }, { onSuccess: () => setReason('') });
  const ready = reason.trim().length >= 3 && !settle.isPending;
  return (
    <li className={styles.case} data-standing={standing}>
      <h3>
        {say(ACT_TEXT[standing])}: {say('votesCount', { count: votes })} {say('votesBy', { count: voters })}
      </h3>
      <p>{say(PATTERN_TEXT[pattern])}</p>
      <ul className={styles.targets}>
        {targets.map(({ kind, id: target, prompt, locale }) => (
          <li key={`${kind} ${target}`}>
            <bdi lang={locale}>{prompt}</bdi>
          </li>
        ))}
      </ul>
      <ul className={styles.soft}>
        {acts.map(({ at, act: done, curator, reason: why, votes: count }) => (
          <li key={`${at} ${done}`}>
            {write.dateTime(at)} · {say(ACT_TEXT[done])} · {say('votesCount', { count })}
            {curator === null ? '' : ' · '}
            <bdi>{curator}</bdi>
            {why === null ? '' : ' · '}
            <bdi>{why}</bdi>
          </li>
        ))}
      </ul>
      {settle.error ? <ProblemNotice error={settle.error} /> : null}
      <div className={styles.deeds}>
        <TextInput
          label={say('votesReason')}
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {standing === 'released' ? null : (
          <Button variant="default" disabled={!ready} onClick={() => decide('released')}>
            {say('votesRelease')}
          </Button>
        )}
        {standing === 'void' ? null : (
          <Button disabled={!ready} onClick={() => decide('void')}>
            {say('votesVoidThem')}
          </Button>
        )}
      </div>
    </li>
  );
}
